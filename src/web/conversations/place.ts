import { useMemo } from "react";
import { navigate, useQuery } from "../shell/router";
import { naturalSort, type QueueFilter } from "./queue";

const states = ["new", "pending", "resolved"] as const;

/** The filter lives in the address, so that a link, Back and a reload show the same. */
export function useFilter(): QueueFilter {
  const query = useQuery();
  const state = states.find((one) => one === query.get("state")) ?? "new";
  const assignee = query.get("assignee");
  const channelId = query.get("channel");
  const sort = query.get("sort") === "newest" ? "newest" : query.get("sort") === "oldest" ? "oldest" : naturalSort(state);
  return useMemo(() => ({ state, assignee, channelId, sort }), [state, assignee, channelId, sort]);
}

export function addressOf(conversationId: string | null, { state, assignee, channelId, sort }: QueueFilter): string {
  const query = new URLSearchParams();
  if (state !== "new") query.set("state", state);
  if (assignee) query.set("assignee", assignee);
  if (channelId) query.set("channel", channelId);
  if (sort !== naturalSort(state)) query.set("sort", sort);
  return `/inbox${conversationId ? `/${conversationId}` : ""}${query.size ? `?${query}` : ""}`;
}

/** Shows a conversation or none; the filter stays as it is in the address. */
export const goTo = (conversationId: string | null, options?: { replace?: boolean }) =>
  navigate(`/inbox${conversationId ? `/${conversationId}` : ""}${location.search}`, options);
