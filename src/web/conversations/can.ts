import type { Capabilities, Channel, ConversationRow, MessageView } from "../api/types";

/** What may be done where these people read: under a post a network allows other things than in private. */
export const canIn = (channel: Pick<Channel, "capabilities"> | undefined, visibility: ConversationRow["visibility"]): Capabilities | undefined =>
  (visibility === "public" ? channel?.capabilities.public : null) ?? channel?.capabilities;

/** What may be done in the one private message that answers a comment: its words matter. */
export const canPrivately = (channel: Pick<Channel, "capabilities"> | undefined): Capabilities | undefined =>
  channel && { ...channel.capabilities, attachments: { ...channel.capabilities.attachments, max: 0 }, templates: false };

/** Whether it can be deleted at its network: what we say is there once it has left. */
export const mayDelete = ({ deletes }: Capabilities, { direction, delivery }: MessageView) =>
  direction === "out" ? deletes !== "none" && ["sent", "delivered", "read"].includes(delivery.status) : deletes === "all" && direction === "in";

/** Whether a comment may be answered where nobody else reads it. */
export const mayAnswerPrivately = (channel: Pick<Channel, "capabilities"> | undefined, row: ConversationRow) =>
  row.visibility === "public" && canIn(channel, "public")?.privateReplyHours != null;
