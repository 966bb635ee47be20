import type { MessageView } from "../api/types";
import { hasText, t } from "../i18n";
import { Button, RefreshIcon } from "../ui";
import { sendAgain } from "./actions";
import { useChannelText } from "./channelText";

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
