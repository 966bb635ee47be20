import { t } from "../i18n";
import { EmptyState, InboxIcon } from "../ui";

/** The agents' main screen. */
export default function Inbox() {
  return <EmptyState icon={InboxIcon} title={t("conversations.empty.title")} text={t("conversations.empty.text")} />;
}
