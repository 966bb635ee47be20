import { useEffect } from "react";
import type { MessageView } from "../api/types";
import { fetchKinds, kinds, kindText } from "../channels/kinds";
import { hasText, t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Button, RefreshIcon } from "../ui";
import { sendAgain } from "./actions";
import { thread } from "./thread";

/** A message that did not arrive, or may not have: why, what to do, and the button that does it. */
export default function DeliveryTrouble({ message }: { message: MessageView }) {
  const { status, code, reason } = message.delivery;
  const told = useChannelText();
  const advice = `conversations.delivery.advice.${code}`;
  return (
    <div className="trouble" data-status={status} role="note">
      <div>
        <strong>{told(`error.${code}`) || t(`conversations.delivery.${status}.title`)}</strong>
        {reason && <p>{reason}{code ? ` (${code})` : ""}</p>}
        <p>{told(`advice.${code}`) || (hasText(advice) ? t(advice) : t(`conversations.delivery.${status}.advice`))}</p>
      </div>
      <Button size="sm" icon={RefreshIcon} onPress={() => void sendAgain(message)}>{t("conversations.delivery.again")}</Button>
    </div>
  );
}

/** What the folder of the channel's kind says, in the language on screen; empty while it is not known. */
function useChannelText() {
  const channelId = useStore(thread, (state) => state.view?.row.channelId ?? "");
  const name = useStore(directory, (state) => state.channels[channelId]?.kind);
  const kind = useStore(kinds, (state) => state.items.find((one) => one.kind === name));
  useEffect(() => void fetchKinds().catch(() => {}), []);
  return (key: string) => kindText(kind, key);
}
