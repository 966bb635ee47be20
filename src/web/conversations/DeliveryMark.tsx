import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { AlertIcon, CheckIcon, ClockIcon, DoubleCheckIcon, type Icon, QuestionIcon } from "../ui";

const icons: Partial<Record<MessageView["delivery"]["status"], Icon>> = {
  queued: ClockIcon, sending: ClockIcon, sent: CheckIcon, delivered: DoubleCheckIcon, read: DoubleCheckIcon, failed: AlertIcon, unknown: QuestionIcon,
};

/** How far our message has come: by icon and by word. */
export function DeliveryMark({ delivery }: Pick<MessageView, "delivery">) {
  const Drawn = icons[delivery.status];
  if (!Drawn) return null;
  return <span className="delivery" data-status={delivery.status}><Drawn size={15} />{t(`conversations.delivery.${delivery.status}`)}</span>;
}
