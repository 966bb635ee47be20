import { useState } from "react";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { askedOf, isReady, plainEnding } from "../resolve-reasons/asked";
import { endingOf, ReasonChoice } from "../resolve-reasons/ReasonChoice";
import { TopicFirst } from "../resolve-reasons/TopicFirst";
import { directory } from "../shell/directory";
import { Button, TextField } from "../ui";
import { setTopic, throwBoomerang } from "./actions";
import "./BoomerangForm.css";
import { localValue } from "./later";

const presets = [15, 60, 240, 1440] as const;
type Then = "pending" | "resolved";

/** When it comes back, where it waits meanwhile, and what to remember then. */
export default function BoomerangForm({ row, close }: { row: ConversationRow; close: () => void }) {
  const [then, setThen] = useState<Then>(row.state === "resolved" ? "resolved" : "pending");
  const [note, setNote] = useState("");
  const [custom, setCustom] = useState("");
  const customAt = custom ? new Date(custom) : null;
  const [ending, setEnding] = useState(plainEnding);
  const reason = useStore(directory, (state) => (ending.reasonId ? state.resolveReasons[ending.reasonId] : undefined));
  const asked = askedOf(row, useStore(directory, (state) => state.resolveScopes));
  const resolves = then === "resolved" && row.state !== "resolved";
  const asksTopic = resolves && asked.topic;
  const asksReason = resolves && !asksTopic && asked.reason;
  const isDecided = !resolves || (!asksTopic && isReady(ending, asksReason, reason));
  const isPossible = isDecided && customAt !== null && customAt.getTime() > Date.now();
  const send = (at: Date) => {
    close();
    void throwBoomerang(row.id, { at: at.toISOString(), then, note: note.trim() || null, ...(asksReason ? endingOf(ending) : plainEnding) });
  };
  return (
    <form className="boomerang" onSubmit={(event) => (event.preventDefault(), isPossible && send(customAt))}>
      <p className="boomerang-lead">{t("conversations.boomerang.lead")}</p>
      <fieldset className="boomerang-then">
        <legend className="visually-hidden">{t("conversations.boomerang.then")}</legend>
        {(["pending", "resolved"] as const).map((one) => (
          <label key={one}><input type="radio" name="then" checked={then === one} onChange={() => setThen(one)} /><span>{t(`conversations.boomerang.then.${one}`)}</span></label>
        ))}
      </fieldset>
      {asksTopic && <TopicFirst onTopic={(topicId) => void setTopic(row.id, topicId, true)} />}
      {asksReason && <ReasonChoice ending={ending} onChange={setEnding} />}
      <TextField label={t("conversations.boomerang.note")} value={note} onChange={setNote} maxLength={500} />
      <ul className="boomerang-presets">
        {presets.map((minutes) => {
          const at = new Date(Date.now() + minutes * 60_000);
          return <li key={minutes}><button type="button" disabled={!isDecided} onClick={() => send(at)}><span>{t(`conversations.boomerang.in.${minutes}`)}</span><time>{momentOf(at)}</time></button></li>;
        })}
      </ul>
      <div className="boomerang-custom">
        <label className="field"><span className="field-label">{t("conversations.boomerang.custom")}</span>
          <input type="datetime-local" className="field-input" value={custom} min={localValue(new Date())} onChange={(event) => setCustom(event.target.value)} />
        </label>
        <Button type="submit" variant="primary" isDisabled={!isPossible}>{t("conversations.boomerang.set.action")}</Button>
      </div>
    </form>
  );
}
