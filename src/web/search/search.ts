import { api } from "../api/client";
import type { EventView, SearchResult } from "../api/types";
import { eventsSince, follow, isGone, startAt } from "../live/feed";
import { createStore } from "../live/store";
import type { Search, SearchFilter } from "./place";

export interface SearchState {
  search: Search | null;
  status: "idle" | "loading" | "ready" | "failed";
  results: SearchResult[];
  next: string | null;
  position: number;
}

export const found = createStore<SearchState>({ search: null, status: "idle", results: [], next: null, position: -1 });

const withRow = (results: SearchResult[], change: (row: SearchResult["conversation"]) => SearchResult["conversation"]) => results.map((one) => {
  const row = change(one.conversation);
  return row === one.conversation ? one : { ...one, conversation: row };
});

/** What was found stays as it was found; the conversations it stands in go on. */
export function applied(state: SearchState, event: EventView): SearchState {
  if (event.position <= state.position || state.results.length === 0) return state;
  if (isGone(event)) return { ...state, results: state.results.filter((one) => one.conversation.id !== event.detail!.conversationId) };
  const { conversation, contact } = event;
  if (conversation) return { ...state, results: withRow(state.results, (row) => (row.id === conversation.id && row.version < conversation.version ? conversation : row)) };
  if (contact && event.kind.startsWith("contact")) return { ...state, results: withRow(state.results, (row) => (row.contact.id === contact.id ? { ...row, contact } : row)) };
  return state;
}

const apply = (event: EventView) => {
  const next = applied(found.get(), event);
  if (next !== found.get()) found.set(next);
};

const dayMs = 86_400_000;

function address(words: string, { since, ...filter }: SearchFilter, after: string | null) {
  const query = new URLSearchParams({ words, ...filter });
  if (since) query.set("from", new Date(Date.now() - Number(since) * dayMs).toISOString());
  if (after) query.set("after", after);
  return `/search?${query}` as const;
}

/** A page may hold what an older one did, with older hits: the newest are enough. */
const joined = (known: SearchResult[], more: SearchResult[]) => [...known, ...more.filter((one) => !known.some((other) => other.conversation.id === one.conversation.id))];

/** How often a search goes on by itself that has found nothing yet. */
const patience = 10;
let asked: AbortController | null = null;

/** What was found last stays on screen until the next is there. */
export async function look(search: Search) {
  asked?.abort();
  const mine = (asked = new AbortController());
  if (!search.words.trim()) return found.set({ search, status: "idle", results: [], next: null });
  found.set({ search, status: "loading" });
  try {
    let page = await api.get(address(search.words, search.filter, null), mine.signal);
    for (let more = 0; page.items.length === 0 && page.next && more < patience; more++) page = await api.get(address(search.words, search.filter, page.next), mine.signal);
    startAt(page.position);
    found.set({ status: "ready", results: page.items, next: page.next, position: page.position });
    eventsSince(page.position).forEach(apply);
  } catch {
    if (!mine.signal.aborted) found.set({ status: "failed", results: [], next: null });
  }
}

let isFetchingMore = false;

export async function lookFurther() {
  const { search, next } = found.get();
  if (!search || !next || isFetchingMore) return;
  isFetchingMore = true;
  try {
    const page = await api.get(address(search.words, search.filter, next));
    if (found.get().search === search) found.set(({ results }) => ({ results: joined(results, page.items), next: page.next }));
  } catch {
    // The button stays, and with it the next try.
  } finally {
    isFetchingMore = false;
  }
}

const again = () => {
  const { search } = found.get();
  if (search) void look(search);
};

follow({ apply, refetch: again, retry: () => found.get().status === "failed" && again() });
