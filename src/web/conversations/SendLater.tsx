import { useState } from "react";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Button, ChevronDownIcon, IconButton, Popup } from "../ui";
import "./BoomerangForm.css";
import { focusComposer } from "./focus";
import { laterTimes, localValue } from "./later";
import { sendDraft } from "./outgoing";
import { panelProps, panels } from "./panels";

/** Beside Send: the answer leaves when the channel opens, in an hour, tomorrow, or at a time one chooses. */
export default function SendLater({ conversationId, channelId, isDisabled }: { conversationId: string; channelId: string; isDisabled: boolean }) {
  const open = useStore(panels, (state) => state.open);
  return (
    <Popup {...panelProps(open, "later")} label={t("conversations.later")} placement="top end" trigger={<IconButton icon={ChevronDownIcon} label={t("conversations.later")} shortcut="mod+shift+enter" />}>
      {(close) => <Times channelId={channelId} isDisabled={isDisabled} onPick={(at) => (close(), sendDraft(conversationId, at.toISOString()) && focusComposer())} />}
    </Popup>
  );
}

function Times({ channelId, isDisabled, onPick }: { channelId: string; isDisabled: boolean; onPick: (at: Date) => void }) {
  const openings = useStore(directory, (state) => state.channels[channelId]?.hours?.openings);
  const [custom, setCustom] = useState("");
  const now = new Date();
  const isPossible = !isDisabled && custom !== "" && new Date(custom) > now;
  return (
    <form className="boomerang" onSubmit={(event) => (event.preventDefault(), isPossible && onPick(new Date(custom)))}>
      <p className="boomerang-lead">{t(isDisabled ? "conversations.later.nothing" : "conversations.later.lead")}</p>
      <ul className="boomerang-presets">
        {laterTimes(openings, now).map(({ id, at }) => (
          <li key={id}><button type="button" disabled={isDisabled} onClick={() => onPick(at)}><span>{t(`conversations.later.${id}`)}</span><time>{momentOf(at)}</time></button></li>
        ))}
      </ul>
      <div className="boomerang-custom">
        <label className="field"><span className="field-label">{t("conversations.later.custom")}</span>
          <input type="datetime-local" className="field-input" value={custom} min={localValue(now)} onChange={(event) => setCustom(event.target.value)} />
        </label>
        <Button type="submit" variant="primary" isDisabled={!isPossible}>{t("conversations.later.action")}</Button>
      </div>
    </form>
  );
}
