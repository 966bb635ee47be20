import { api } from "../api/client";
import type { ContactView, ConversationRow, ConversationSummary, ConversationView, EventView, MessageView, TrailLine } from "../api/types";
import { eventsSince, follow, isGone, startAt } from "../live/feed";
import { createStore } from "../live/store";
import { directory } from "../shell/directory";
import { canIn } from "./can";
import { queue } from "./queue";

export interface ThreadState {
  conversationId: string | null;
  status: "loading" | "ready" | "missing" | "failed";
  view: ConversationView | null;
  /** Oldest to newest. */
  messages: MessageView[];
  conversations: ConversationSummary[];
  trail: TrailLine[];
  next: string | null;
  position: number;
  /** The message to be shown, however far back it lies. */
  sought: string | null;
}

export const emptyThread: ThreadState = { conversationId: null, status: "loading", view: null, messages: [], conversations: [], trail: [], next: null, position: -1, sought: null };
export const thread = createStore<ThreadState>(emptyThread);

const upsert = <Item extends { id: string }>(items: Item[], item: Item) => {
  const at = items.findIndex((one) => one.id === item.id);
  return at < 0 ? [...items, item] : items.with(at, item);
};

const isBefore = (a: MessageView, b: MessageView) => Date.parse(a.at) - Date.parse(b.at) < 0 || (a.at === b.at && a.id < b.id);

/** In the order of the server: by time, then by id. A version that is not newer changes nothing. */
function placed(messages: MessageView[], message: MessageView): MessageView[] {
  const known = messages.find((one) => one.id === message.id);
  if (known && known.version >= message.version) return messages;
  const others = messages.filter((one) => one !== known); // What waited for its time may leave before it.
  return others.toSpliced(others.findLastIndex((one) => isBefore(one, message)) + 1, 0, message);
}

function withMessage(state: ThreadState, event: EventView): Partial<ThreadState> {
  const message = event.message!;
  if (event.kind === "messageWithdrawn") return { messages: state.messages.filter((one) => one.id !== message.id) };
  const isOlder = state.next !== null && !state.messages.some((one) => one.id === message.id) && message.at < (state.messages[0]?.at ?? "");
  if (isOlder) return {};
  return { messages: placed(state.messages, message), ...(event.kind === "messageReceived" ? { view: withWindow(state.view!, message) } : {}) };
}

/** A customer's message opens the reply window again, where the channel has one. */
function withWindow(view: ConversationView, message: MessageView): ConversationView {
  const hours = canIn(directory.get().channels[view.row.channelId], view.row.visibility)?.replyWindowHours;
  return hours ? { ...view, window: { open: true, closesAt: new Date(Date.parse(message.at) + hours * 3_600_000).toISOString() } } : view;
}

const withLine = (trail: TrailLine[], line: TrailLine) => (trail.some((one) => one.position === line.position) ? trail : [...trail, line]);

/** The list of the contact's conversations beside the thread, the newest first. */
const withPast = (past: ContactView["conversations"], { id, number, state, channelId, openedAt, resolvedAt }: ConversationRow) =>
  upsert(past, { id, number, state, channelId, openedAt, resolvedAt }).sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt));

function withConversation(state: ThreadState, event: EventView): Partial<ThreadState> {
  const row = event.conversation!;
  const isOpenOne = row.id === state.view!.row.id;
  const summary: ConversationSummary = {
    id: row.id, number: row.number, state: row.state, openedAt: row.openedAt, resolvedAt: row.resolvedAt,
    resolvedBy: event.kind === "conversationResolved" ? event.actor.name : row.state === "resolved" ? state.conversations.find((one) => one.id === row.id)?.resolvedBy ?? null : null,
  };
  return {
    conversations: upsert(state.conversations, summary),
    view: {
      ...state.view!,
      row: isOpenOne && row.version > state.view!.row.version ? row : state.view!.row,
      contact: { ...state.view!.contact, conversations: withPast(state.view!.contact.conversations, row) },
    },
    ...(event.trail ? { trail: withLine(state.trail, { position: event.position, at: event.at, kind: event.kind, actor: event.actor, conversationId: row.id, detail: event.detail }) } : {}),
  };
}

/** The customer's conversations on other channels, and under other posts, stand beside this one too. */
const withOther = (view: ConversationView, row: ConversationRow): ConversationView => ({ ...view, contact: { ...view.contact, conversations: withPast(view.contact.conversations, row) } });

/** Old state + event = fresh state. */
export function applied(state: ThreadState, event: EventView): ThreadState {
  if (!state.view || event.position <= state.position) return state;
  if (isGone(event) && event.detail?.conversationId === state.view.row.id) return { ...emptyThread, conversationId: state.conversationId, status: "missing" };
  let next = state;
  if (event.conversation?.threadId === state.view.row.threadId) next = { ...next, ...withConversation(next, event) };
  else if (event.conversation?.contact.id === state.view.contact.id) next = { ...next, view: withOther(next.view!, event.conversation) };
  if (event.message?.threadId === state.view.row.threadId) next = { ...next, ...withMessage(next, event) };
  return event.contact && event.kind.startsWith("contact") ? { ...next, view: withContact(next.view!, event.contact) } : next;
}

/** The card may still be of the one the conversation belonged to before: what is told of that one is no news of this one. */
const withContact = (view: ConversationView, told: ConversationRow["contact"]): ConversationView => ({
  ...view,
  row: view.row.contact.id === told.id ? { ...view.row, contact: told } : view.row,
  contact: view.contact.id === told.id ? { ...view.contact, ...told } : view.contact,
});

const apply = (event: EventView) => {
  const next = applied(thread.get(), event);
  if (next !== thread.get()) thread.set(next);
  if (!next.view || event.position <= next.position) return;
  const { row, contact } = next.view;
  const isAbout = event.kind === "contactGroupChanged" || (event.kind.startsWith("contact") && event.contact?.id === row.contact.id);
  if ((event.kind === "postLearned" || event.kind === "postMuted") && event.detail?.postId === next.view.post?.id) void refreshPost(row.id);
  if (isAbout || (event.conversation?.id === row.id && row.contact.id !== contact.id)) void refreshContact(row.contact.id);
};

/** The event names the contact; the rest of the card (telephone, identities) is read again. */
async function refreshContact(id: string) {
  const contact = await api.get(`/contacts/${id}`).catch(() => null);
  if (contact) thread.set(({ view }) => (view?.row.contact.id === id ? { view: { ...view, contact } } : {}));
}

/** More is known of the post above: the event names it, and what it says is read again. */
async function refreshPost(conversationId: string) {
  const fresh = await api.get(`/conversations/${conversationId}`).catch(() => null);
  if (fresh) thread.set(({ view }) => (view?.row.id === conversationId ? { view: { ...view, post: fresh.post } } : {}));
}

const pageSize = 50;

const fetchNewest = (threadId: string) => api.get(`/threads/${threadId}/messages?limit=${pageSize}`);

/** Both at once where the list knows the thread; what it knows may be out of date, and then the conversation tells. */
async function fetchThread(conversationId: string) {
  const listed = queue.get().rows.find((row) => row.id === conversationId)?.threadId;
  const [view, early] = await Promise.all([api.get(`/conversations/${conversationId}`), listed ? fetchNewest(listed).catch(() => null) : null]);
  return [view, early && view.row.threadId === listed ? early : await fetchNewest(view.row.threadId)] as const;
}

/** Shows a conversation within its whole thread; what is on screen of another one is gone at once. */
export async function openThread(conversationId: string | null) {
  thread.set({ ...emptyThread, conversationId });
  if (!conversationId) return;
  const isStillWanted = () => thread.get().conversationId === conversationId;
  try {
    const [view, page] = await fetchThread(conversationId);
    if (!isStillWanted()) return;
    const position = Math.min(view.position, page.position);
    startAt(position);
    thread.set({ view, messages: page.items, conversations: page.conversations, trail: page.trail, next: page.next, position, status: "ready" });
    eventsSince(position).forEach(apply);
    await reach();
  } catch (error) {
    if (isStillWanted()) thread.set({ status: (error as { status?: number }).status === 404 ? "missing" : "failed" });
  }
}

let older: Promise<void> | null = null;

export async function showOlder(size = pageSize) {
  const { next, view } = thread.get();
  if (next && view) await (older ??= fetchOlder(size, next, view));
}

/** Is over as soon as its page has come: who sees it, and still stands at the top, may ask for the one before. */
async function fetchOlder(size: number, next: string, view: ConversationView) {
  const page = await api.get(`/threads/${view.row.threadId}/messages?limit=${size}&before=${encodeURIComponent(next)}`).finally(() => (older = null));
  if (thread.get().view?.row.threadId !== view.row.threadId) return;
  thread.set((state) => {
    const known = new Set(state.messages.map((message) => message.id));
    return {
      messages: [...page.items.filter((message) => !known.has(message.id)), ...state.messages],
      conversations: page.conversations.reduce((all, one) => (all.some((known) => known.id === one.id) ? all : [one, ...all]), state.conversations),
      trail: [...page.trail.filter((one) => !state.trail.some((known) => known.position === one.position)), ...state.trail],
      next: page.next,
    };
  });
}

const farPageSize = 200;

/** Shows a message of the open thread; null = none in particular. */
export function seek(messageId: string | null) {
  thread.set({ sought: messageId });
  void reach().catch(() => {});
}

/** Goes back in the thread until the message that is sought is there. */
async function reach() {
  const isMissing = ({ sought, messages, next, status }: ThreadState) => status === "ready" && sought !== null && next !== null && !messages.some((one) => one.id === sought);
  while (isMissing(thread.get())) await showOlder(farPageSize);
}

/** The answer to one's own sending, which may be here before its event. */
export const tookIn = (message: MessageView) =>
  thread.set((state) => (state.view?.row.threadId === message.threadId ? { messages: placed(state.messages, message) } : {}));

follow({
  apply,
  refetch: () => void openThread(thread.get().conversationId),
  retry: () => {
    if (thread.get().status === "failed") void openThread(thread.get().conversationId);
  },
});
