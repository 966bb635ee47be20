import type { ConversationRow, ResolveReason, ResolveScopes } from "../api/types";
import { directory } from "../shell/directory";

/** Why a conversation ends, where that is asked. */
export interface Ending { reasonId: string | null; comment: string | null; withoutSurvey?: boolean }

export const plainEnding: Ending = { reasonId: null, comment: null };

const holds = ({ channels }: ResolveScopes, row: ConversationRow) => channels.some((one) => one.channelId === row.channelId && one.visibility === row.visibility);

/** What is still to be said before this conversation can end by hand. */
export const askedOf = (row: ConversationRow, { reasons, topics } = directory.get().resolveScopes) =>
  ({ reason: holds(reasons, row), topic: row.topicIds.length === 0 && holds(topics, row) });

export const isOffered = (reason: ResolveReason) => reason.isUsed && !reason.isArchived;

export const inOrder = (reasons: Record<string, ResolveReason>) => Object.values(reasons).sort((a, b) => a.place - b.place || a.id.localeCompare(b.id));

/** Whether nothing is missing any more. */
export const isReady = (ending: Ending, isAsked: boolean, reason: ResolveReason | undefined) =>
  (!!reason || !isAsked) && (reason?.comment !== "required" || !!ending.comment?.trim());
