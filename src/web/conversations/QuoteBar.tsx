import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { CloseIcon, IconButton, ReplyIcon } from "../ui";
import { changeDraft } from "./drafts";
import { previewText } from "./texts";

/** The message one is answering, above the text. */
export function QuoteBar({ conversationId, message }: { conversationId: string; message: MessageView }) {
  return (
    <div className="quote-bar">
      <ReplyIcon size={15} />
      <span className="truncate"><strong>{message.author.name}</strong> {previewText(message)}</span>
      <IconButton icon={CloseIcon} size="sm" label={t("conversations.answerThis.cancel")} onPress={() => changeDraft(conversationId, { replyTo: null })} />
    </div>
  );
}
