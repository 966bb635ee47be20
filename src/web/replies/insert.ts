import { api, errorText } from "../api/client";
import type { Attachment, SavedReply } from "../api/types";
import { insertText, type Sign } from "../conversations/caret";
import { changeDraft, draftOf, drafts, type PendingFile } from "../conversations/drafts";
import { toast } from "../ui";

const asFile = (upload: Attachment): PendingFile => ({
  key: upload.id, file: { name: upload.name, size: upload.size, type: upload.contentType }, upload, error: null,
  preview: upload.kind === "image" ? upload.url : null,
});

/** Puts a reply, filled in for this conversation, at the caret. It never sends. */
export async function insertReply(conversationId: string, reply: SavedReply, sign?: Sign) {
  const { mode } = draftOf(drafts.get(), conversationId);
  try {
    const { text, attachments } = await api.post(`/conversations/${conversationId}/insertions`, { savedReplyId: reply.id, withFiles: mode === "reply" });
    const { files, replyIds } = draftOf(drafts.get(), conversationId);
    changeDraft(conversationId, { files: [...files, ...attachments.map(asFile)], replyIds: [...replyIds, reply.id] });
    insertText(conversationId, text, sign);
  } catch (error) {
    toast(errorText(error), { tone: "bad" });
  }
}
