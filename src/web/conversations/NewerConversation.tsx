import type { ConversationSummary } from "../api/types";
import { t } from "../i18n";
import { Button, ChatIcon } from "../ui";
import { goTo } from "./place";

/** Stands where the composer would be: the contact has written again since, and that conversation is the one to answer. */
export default function NewerConversation({ newer }: { newer: ConversationSummary }) {
  return (
    <div className="composer">
      <div className="window-closed">
        <span className="window-lock"><ChatIcon size={18} /></span>
        <div><strong>{t("conversations.newer.title")}</strong><p>{t("conversations.newer.text")}</p></div>
        <Button variant="primary" onPress={() => goTo(newer.id)}>{t("conversations.newer.open", { number: String(newer.number) })}</Button>
      </div>
    </div>
  );
}
