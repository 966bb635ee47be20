import { useEffect } from "react";
import type { MessageView } from "../api/types";
import { fetchKinds, kinds, kindText } from "../channels/kinds";
import { hasText, t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { AlertIcon, Button, CheckIcon, ClockIcon, DoubleCheckIcon, type Icon, QuestionIcon, RefreshIcon } from "../ui";
import { sendAgain } from "./actions";
import { thread } from "./thread";

const icons: Partial<Record<MessageView["delivery"]["status"], Icon>> = {
  queued: ClockIcon, sending: ClockIcon, sent: CheckIcon, delivered: DoubleCheckIcon, read: DoubleCheckIcon, failed: AlertIcon, unknown: QuestionIcon,
};

/** How far our message has come: by icon and by word. */
export function DeliveryMark({ delivery }: Pick<MessageView, "delivery">) {
  const Drawn = icons[delivery.status];
  if (!Drawn) return null;
  return <span className="delivery" data-status={delivery.status}><Drawn size={15} />{t(`conversations.delivery.${delivery.status}`)}</span>;
}

/** A message that did not arrive, or may not have: why, what to do, and the button that does it. */
export function DeliveryTrouble({ message }: { message: MessageView }) {
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
