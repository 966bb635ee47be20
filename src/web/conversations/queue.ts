import { api } from "../api/client";
import type { ConversationRow, ConversationState, EventView, QueuePlace } from "../api/types";
import { eventsSince, follow, isGone, startAt } from "../live/feed";
import { createStore } from "../live/store";
import { directory } from "../shell/directory";
import { fits, isAsked, isNarrowed, type Narrowing } from "./narrowing";

export interface QueueFilter {
  state: ConversationState;
  /** "me", "none", a member's id, or null for everyone's. */
  assignee: string | null;
  /** Where one's team works without filters: what is one's own or nobody's. */
  isNarrow?: boolean;
  channelId: string | null;
  narrowing?: Narrowing;
  sort: "oldest" | "newest";
}

interface QueueState {
  filter: QueueFilter;
  /** In the order shown. */
  rows: ConversationRow[];
  next: string | null;
  status: "loading" | "ready" | "failed";
  position: number;
  counters: Record<string, number>;
  countersAt: number;
  me: string;
}

export const emptyQueue: QueueState = {
  filter: { state: "new", assignee: null, channelId: null, sort: "oldest" },
  rows: [], next: null, status: "loading", position: -1, counters: {}, countersAt: -1, me: "",
};
export const queue = createStore<QueueState>(emptyQueue);

export const naturalSort = (state: ConversationState) => (state === "resolved" ? "newest" : "oldest");

const belongs = (row: ConversationRow, { state, assignee, isNarrow, channelId, narrowing }: QueueFilter, me: string) =>
  row.state === state &&
  (!isNarrow || row.assigneeId === null || row.assigneeId === me) &&
  (channelId === null || row.channelId === channelId) &&
  (assignee === null || (assignee === "any" ? row.assigneeId !== null : row.assigneeId === (assignee === "none" ? null : assignee === "me" ? me : assignee))) &&
  fits(row, narrowing, directory.get().topics);

/** The server sorts by the moment the state began, then by id; of what is New, the most urgent comes before that. */
const compare = (sort: QueueFilter["sort"]) => (a: ConversationRow, b: ConversationRow) => {
  if (sort === "oldest" && a.state === "new" && a.priority !== b.priority) return b.priority - a.priority;
  const order = Date.parse(a.stateSince) - Date.parse(b.stateSince) || (a.id < b.id ? -1 : 1);
  return sort === "oldest" ? order : -order;
};

/** Puts a fresh row where it belongs; beyond the last fetched page it waits for that page. */
function place(state: QueueState, row: ConversationRow): ConversationRow[] {
  const known = state.rows.find((one) => one.id === row.id);
  if (known && known.version >= row.version) return state.rows;
  const others = state.rows.filter((one) => one.id !== row.id);
  if (!belongs(row, state.filter, state.me)) return known ? others : state.rows;
  if (!known && isAsked(state.filter.narrowing)) return state.rows;
  const order = compare(state.filter.sort);
  const at = others.findIndex((one) => order(row, one) < 0);
  if (at >= 0) return others.toSpliced(at, 0, row);
  return state.next === null || known ? [...others, row] : others;
}

/** It went to others and one may not see it any more, or it was deleted. */
const without = (rows: ConversationRow[], id: string) => (rows.some((one) => one.id === id) ? rows.filter((one) => one.id !== id) : rows);

const keyOf = (at: QueuePlace) => `${at.state}|${at.channelId}|${at.assigneeId ?? ""}`;

function count(counters: Record<string, number>, moved: NonNullable<EventView["moved"]>) {
  const next = { ...counters };
  // Resolved conversations are not counted: reports are for that.
  if (moved.from && moved.from.state !== "resolved") next[keyOf(moved.from)] = (next[keyOf(moved.from)] ?? 0) - 1;
  if (moved.to && moved.to.state !== "resolved") next[keyOf(moved.to)] = (next[keyOf(moved.to)] ?? 0) + 1;
  return next;
}

/** Old state + event = fresh state. */
export function applied(state: QueueState, event: EventView): QueueState {
  const counters = event.moved && event.position > state.countersAt ? count(state.counters, event.moved) : state.counters;
  const rows = event.position <= state.position ? state.rows : event.conversation ? place(state, event.conversation) : isGone(event) ? without(state.rows, event.detail!.conversationId as string) : state.rows;
  const renamed = event.contact && event.kind.startsWith("contact") ? rows.map((row) => (row.contact.id === event.contact!.id ? { ...row, contact: event.contact! } : row)) : rows;
  return counters === state.counters && renamed === state.rows ? state : { ...state, counters, rows: renamed };
}

const apply = (event: EventView) => {
  const next = applied(queue.get(), event);
  if (next !== queue.get()) queue.set(next);
  if (isAsked(next.filter.narrowing) && (event.conversation || event.kind.startsWith("contact"))) askAgain();
};

/** The kept counters of the server, summed for what the filter shows; 0 where they do not tell. */
export function countOf({ counters, filter, me }: Pick<QueueState, "counters" | "filter" | "me">, state: ConversationState): number {
  if (isNarrowed(filter.narrowing) || filter.assignee === "any") return 0;
  const wanted = filter.assignee === "me" ? me : filter.assignee === "none" ? "" : filter.assignee;
  return Object.entries(counters).reduce((sum, [key, value]) => {
    const [itsState, channelId, assignee] = key.split("|");
    const fits = itsState === state && (wanted === null || assignee === wanted) && (filter.channelId === null || channelId === filter.channelId);
    return fits ? sum + value : sum;
  }, 0);
}

const pageSize = 50;
/** How the server is asked for the list, from a cursor on. */
export const listQuery = ({ state, assignee, channelId, narrowing, sort }: QueueFilter, after: string | null) => {
  const query = new URLSearchParams({ ...narrowing, state, sort, limit: String(pageSize) });
  if (assignee) query.set("assignee", assignee);
  if (channelId) query.set("channelId", channelId);
  if (after) query.set("after", after);
  return query;
};
const address = (filter: QueueFilter, after: string | null) => `/conversations?${listQuery(filter, after)}` as const;

/** How often a list goes on by itself that has found nothing on the way. */
const patience = 20;

async function firstPage(filter: QueueFilter, signal?: AbortSignal) {
  let page = await api.get(address(filter, null), signal);
  for (let more = 0; page.items.length === 0 && page.next && more < patience; more++) page = await api.get(address(filter, page.next), signal);
  return page;
}

function showPage(page: Awaited<ReturnType<typeof firstPage>>) {
  startAt(page.position);
  queue.set({ rows: page.items, next: page.next, status: "ready", position: page.position });
  eventsSince(page.position).forEach((event) => queue.set(applied(queue.get(), event)));
}

const gatherMs = 500;
let askingAgain: ReturnType<typeof setTimeout> | undefined;

/** The list as it is now, without emptying it first; many changes at once are one question. */
export function askAgain() {
  clearTimeout(askingAgain);
  askingAgain = setTimeout(() => {
    const { filter, status } = queue.get();
    if (status === "ready") void firstPage(filter).then((page) => queue.get().filter === filter && showPage(page)).catch(() => {});
  }, gatherMs);
}

let asked: AbortController | null = null;

export async function showQueue(filter: QueueFilter, me: string) {
  asked?.abort();
  const mine = (asked = new AbortController());
  queue.set({ filter, me, rows: [], next: null, status: "loading", position: -1 });
  try {
    showPage(await firstPage(filter, mine.signal));
  } catch {
    if (!mine.signal.aborted) queue.set({ status: "failed" });
  }
}

let isFetchingMore = false;

export async function showMore() {
  const { next, filter } = queue.get();
  if (!next || isFetchingMore) return;
  isFetchingMore = true;
  try {
    const page = await api.get(address(filter, next));
    if (queue.get().filter !== filter) return;
    queue.set((state) => {
      const known = new Set(state.rows.map((row) => row.id));
      return { rows: [...state.rows, ...page.items.filter((row) => !known.has(row.id))].sort(compare(filter.sort)), next: page.next };
    });
    eventsSince(page.position).forEach(apply);
  } finally {
    isFetchingMore = false;
  }
}

export async function fetchCounters() {
  const { position, items } = await api.get("/queue/counters");
  startAt(position);
  queue.set({ counters: Object.fromEntries(items.map((item) => [keyOf(item), item.count])), countersAt: position });
  eventsSince(position).forEach((event) => event.moved && apply({ ...event, conversation: null }));
}

follow({
  apply,
  refetch: () => {
    void fetchCounters();
    void showQueue(queue.get().filter, queue.get().me);
  },
  retry: () => {
    if (queue.get().status === "failed") void showQueue(queue.get().filter, queue.get().me);
  },
});
