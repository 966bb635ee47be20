import { api } from "../api/client";
import type { EventView, Notification, NotificationPreferences } from "../api/types";
import { eventsSince, follow, startAt } from "../live/feed";
import { createStore } from "../live/store";
import { myId } from "../shell/session";

export interface Notified {
  /** The newest first, as far as they were fetched. */
  items: readonly Notification[];
  unread: number;
  next: string | null;
  status: "loading" | "ready" | "failed";
  position: number;
  /** How many conversations have come into the queue since one looked. */
  arrived: number;
  preferences: NotificationPreferences | null;
}

export const nothing: Notified = { items: [], unread: 0, next: null, status: "loading", position: -1, arrived: 0, preferences: null };
export const notifications = createStore<Notified>(nothing);

const excerpt = 160;
type Place = NonNullable<NonNullable<EventView["moved"]>["from"]> | null | undefined;
const waits = (place: Place) => place?.state === "new" && place.assigneeId === null;

/** What an event tells one of: the same again in the same conversation replaces what one has not read. */
function told(state: Notified, event: EventView, me: string): Notified {
  const notice = event.notices?.find((one) => one.memberId === me);
  if (!notice || !event.conversation) return state;
  const { conversation, message, at, actor } = event;
  const before = state.items.find((one) => !one.isRead && one.kind === notice.kind && one.conversation.id === conversation.id);
  const text = message?.text.slice(0, excerpt) || null;
  const item: Notification = { id: notice.id, kind: notice.kind, at, times: (before?.times ?? 0) + 1, isRead: false, by: actor, conversation, text };
  return { ...state, items: [item, ...state.items.filter((one) => one !== before)], unread: state.unread + (before ? 0 : 1) };
}

function without(state: Notified, gone: (one: Notification) => boolean): Notified {
  const left = state.items.filter((one) => !gone(one));
  return left.length === state.items.length ? state : { ...state, items: left, unread: state.unread - state.items.filter((one) => gone(one) && !one.isRead).length };
}

function read(state: Notified, id: unknown): Notified {
  const item = state.items.find((one) => one.id === id && !one.isRead);
  return item ? { ...state, items: state.items.map((one) => (one === item ? { ...one, isRead: true } : one)), unread: state.unread - 1 } : state;
}

/** Old state + event = fresh state. */
export function applied(state: Notified, event: EventView, me: string): Notified {
  if (event.position <= state.position) return state;
  if (event.kind === "notificationRead") return event.detail?.memberId === me ? read(state, event.detail.notificationId) : state;
  if (event.kind === "conversationHidden") return without(state, (one) => one.conversation.id === event.detail?.conversationId);
  const row = event.conversation;
  const fresh = row && state.items.some((one) => one.conversation.id === row.id)
    ? { ...state, items: state.items.map((one) => (one.conversation.id === row.id && one.conversation.version < row.version ? { ...one, conversation: row } : one)) }
    : state;
  const arrives = event.moved && waits(event.moved.to) && !waits(event.moved.from);
  return told(arrives ? { ...fresh, arrived: fresh.arrived + 1 } : fresh, event, me);
}

export const addressOf = (after: string | null) => `/notifications${after ? `?after=${after}` : ""}` as const;

export async function fetchNotifications() {
  try {
    const [page, preferences] = await Promise.all([api.get("/notifications"), api.get("/session/notification-preferences")]);
    startAt(page.position);
    notifications.set({ items: page.items, unread: page.unread, next: page.next, position: page.position, status: "ready", preferences });
    eventsSince(page.position).forEach(apply);
  } catch {
    notifications.set({ status: "failed" });
  }
}

export async function showMore() {
  const { next } = notifications.get();
  if (!next) return;
  const page = await api.get(`/notifications?after=${next}`);
  notifications.set(({ items }) => {
    const known = new Set(items.map((one) => one.id));
    return { items: [...items, ...page.items.filter((one) => !known.has(one.id))], next: page.next };
  });
}

/** The bell hears that they are read from the feed, like every other screen. */
export const markRead = (conversationId: string | null) => api.put("/notifications/read", { conversationId });

export async function choose(changes: Partial<Pick<NotificationPreferences, "sound" | "quietWhenAway" | "digest">> & { choices?: Pick<NotificationPreferences["kinds"][number], "kind" | "ways">[] }) {
  notifications.set({ preferences: await api.put("/session/notification-preferences", changes) });
}

export const looked = () => notifications.set({ arrived: 0 });

export const wants = (preferences: NotificationPreferences | null, kind: Notification["kind"]) =>
  preferences?.kinds.find((one) => one.kind === kind)?.ways.includes("inApp") ?? true;

type Hear = (item: Notification) => void;
let hear: Hear = () => {};

/** Called with everything one is told of from now on. */
export const whenTold = (action: Hear) => void (hear = action);

function apply(event: EventView) {
  const me = myId();
  if (!me) return;
  const before = notifications.get();
  const next = applied(before, event, me);
  if (next !== before) notifications.set(next);
  if (next.items[0] !== before.items[0] && event.notices?.some((one) => one.id === next.items[0]?.id)) hear(next.items[0]!);
  const chosen = event.kind === "notificationPreferencesChanged" && event.detail?.memberId === me && Number(event.detail.version) > (next.preferences?.version ?? 0);
  if (chosen) void api.get("/session/notification-preferences").then((preferences) => notifications.set({ preferences })).catch(() => {});
}

follow({
  apply,
  refetch: () => void fetchNotifications(),
  retry: () => notifications.get().status === "failed" && void fetchNotifications(),
});
