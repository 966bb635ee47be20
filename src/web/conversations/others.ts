import type { ContactView, ConversationRow } from "../api/types";

/** What else is open with a customer, of what one may see. */
export const openOthers = (row: Pick<ConversationRow, "id">, contact: Pick<ContactView, "conversations">) =>
  contact.conversations.filter((one) => one.id !== row.id && one.state !== "resolved");
