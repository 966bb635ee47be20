import { api, ApiError, errorText } from "../api/client";
import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { askedOf, type Ending, plainEnding } from "../resolve-reasons/asked";
import { directory, fetchResolveReasons } from "../shell/directory";
import { toast } from "../ui";
import { giveBack, undoable } from "./outgoing";
import { openPanel } from "./panels";
import { queue } from "./queue";
import { thread } from "./thread";

/** Every action is one call; the event feed brings its effect to all screens, this one included. */
const attempt = async (call: Promise<unknown>, done?: () => unknown) => {
  try {
    await call;
    done?.();
  } catch (error) {
    toast(errorText(named(error)), { tone: "bad" });
  }
};

/** The server says by id who was faster; people want the name. */
const named = (error: unknown) => {
  const name = error instanceof ApiError && directory.get().members[String(error.params.by)]?.name;
  return name && error instanceof ApiError ? new ApiError(error.status, error.code, { ...error.params, by: name }) : error;
};

const at = (conversationId: string) => `/conversations/${conversationId}` as const;

export const assign = (id: string, memberId: string | null) => attempt(api.put(`${at(id)}/assignee`, { memberId }));
export const take = (id: string, me: string) => attempt(api.put(`${at(id)}/assignee`, { memberId: me, ifUnassigned: true }));
export const delegate = (id: string, virtualAgentId: string) => attempt(api.put(`${at(id)}/assignee`, { memberId: null, virtualAgentId }));
export const pend = (id: string) => attempt(api.put(`${at(id)}/pending`));
export const unpend = (id: string) => attempt(api.delete(`${at(id)}/pending`));
export const reopen = (id: string) => attempt(api.delete(`${at(id)}/resolution`));

const rowOf = (id: string) => (thread.get().view?.row.id === id ? thread.get().view!.row : queue.get().rows.find((row) => row.id === id));

/** Where the settings ask for a reason or a topic, the picker comes first. */
export function resolve(id: string) {
  const row = rowOf(id);
  const asked = row && askedOf(row);
  if (asked?.reason || asked?.topic) openPanel("resolve");
  else void end(id, plainEnding);
}

/** The settings may have changed a moment ago: what the server misses is asked for then. */
const isAsking = (error: unknown) => error instanceof ApiError && /^resolution\.(reason|topic)\.required$/.test(error.code);

export async function end(id: string, ending: Ending) {
  try {
    await api.put(`${at(id)}/resolution`, ending);
    toast(t("conversations.resolved"), { tone: "good", action: { label: t("conversations.undo"), onAction: () => void reopen(id) } });
  } catch (error) {
    if (isAsking(error)) await fetchResolveReasons().then(() => openPanel("resolve"), () => {});
    else toast(errorText(error), { tone: "bad" });
  }
}

export const setTopic = (id: string, topicId: string, on: boolean) => attempt(on ? api.put(`${at(id)}/topics/${topicId}`) : api.delete(`${at(id)}/topics/${topicId}`));

export interface BoomerangChoice extends Ending { at: string; then: "pending" | "resolved"; note: string | null }
export const throwBoomerang = (id: string, choice: BoomerangChoice) => attempt(api.put(`${at(id)}/boomerang`, choice));
export const cancelBoomerang = (id: string) => attempt(api.delete(`${at(id)}/boomerang`));

export const markRead = (id: string) => void api.put(`${at(id)}/read`).catch(() => {});
export const sendAgain = (message: MessageView) => attempt(api.post(`/messages/${message.id}/attempts`));

/** Hides a comment from the public at its network, or shows it again. */
export const hide = (messageId: string, isHidden: boolean) => attempt(api.put(`/messages/${messageId}/hidden`, { isHidden }));

/** Lets what is written below a post begin nothing any more, or again. */
export const mutePost = (postId: string, isMuted: boolean) => attempt(isMuted ? api.put(`/posts/${postId}/mute`) : api.delete(`/posts/${postId}/mute`));
/** Deletes a comment, or what we said in public, at its network. */
export const deleteComment = (messageId: string) => attempt(api.put(`/messages/${messageId}/removal`));

/** Puts an emoji on what a customer wrote; null takes it back. */
export const react = (messageId: string, emoji: string | null) => attempt(api.put(`/messages/${messageId}/reaction`, { emoji }));

/** Takes a message back before it leaves; its text returns to the composer. */
export const undoSending = (message: MessageView) =>
  attempt(api.delete(`/messages/${message.id}`), () => message.kind !== "template" && giveBack(message.conversationId, message.direction === "note" ? "note" : "reply", message.text ?? ""));

export function undoLast(me: string) {
  const last = undoable(me);
  if (last) void undoSending(last);
  else toast(t("conversations.undo.none"));
}
