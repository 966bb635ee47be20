import { useMemo } from "react";
import { navigate, useQuery } from "../shell/router";

/** What narrows a search, by the names the server gives it. */
export const filterNames = ["state", "since", "channelId", "assignee", "team", "topicId", "tagId", "groupId", "vip", "language", "visibility", "reasonId", "score"] as const;
export type FilterName = (typeof filterNames)[number];
export type SearchFilter = Partial<Record<FilterName, string>>;

export interface Search { words: string; filter: SearchFilter }

const prefix = "search.";

/** The search lives in the address beside the queue's filter, so that a link, Back and a reload show the same. Null = none is open. */
export function useSearch(): Search | null {
  const query = useQuery();
  return useMemo(() => searchIn(query), [query]);
}

export function searchIn(query: URLSearchParams): Search | null {
  const words = query.get("search");
  if (words === null) return null;
  const entries = filterNames.map((name) => [name, query.get(prefix + name)] as const).filter((entry): entry is readonly [FilterName, string] => !!entry[1]);
  return { words, filter: Object.fromEntries(entries) };
}

/** The address of the page as it stands, with another search or none. */
function addressWith(search: Search | null): string {
  const query = new URLSearchParams(location.search);
  for (const name of filterNames) query.delete(prefix + name);
  query.delete("search");
  if (search) {
    query.set("search", search.words);
    for (const [name, value] of Object.entries(search.filter)) if (value) query.set(prefix + name, value);
  }
  return `${location.pathname}${query.size ? `?${query}` : ""}`;
}

/** Typing leaves no trail of addresses behind. */
export const changeSearch = (search: Search) => navigate(addressWith(search), { replace: true });
export const closeSearch = () => navigate(addressWith(null), { replace: true });

/** Opens the search, or goes back into its line. */
export function openSearch() {
  const line = document.querySelector<HTMLInputElement>(".search-panel input");
  if (line) return line.select();
  if (!location.pathname.startsWith("/inbox")) return navigate("/inbox?search=");
  navigate(addressWith(searchIn(new URLSearchParams(location.search)) ?? { words: "", filter: {} }));
}

/** Opens a conversation where the words stand. */
export const openAt = (conversationId: string, messageId: string | null) =>
  navigate(`/inbox/${conversationId}${location.search}${messageId ? `#${messageId}` : ""}`);
