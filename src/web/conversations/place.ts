import { useMemo } from "react";
import { navigate, useQuery } from "../shell/router";
import { useSession } from "../shell/session";
import { narrowingIn } from "./narrowing";
import { naturalSort, type QueueFilter } from "./queue";

const states = ["new", "pending", "held", "resolved"] as const;

/** The filter lives in the address, so that a link, Back and a reload show the same. */
export function useFilter(): QueueFilter {
  const query = useQuery();
  const { queue } = useSession();
  const state = states.find((one) => one === query.get("state")) ?? "new";
  const asked = query.get("assignee");
  const assignee = queue.mayFilter || asked === "me" || asked === "none" || asked === "any" ? asked : null;
  const channelId = queue.mayChooseChannels ? query.get("channel") : null;
  const sort = !queue.maySort && state !== "resolved" ? queue.sort : query.get("sort") === "newest" ? "newest" : query.get("sort") === "oldest" ? "oldest" : naturalSort(state);
  const isNarrow = !queue.mayFilter;
  const narrowed = isNarrow ? "" : String(new URLSearchParams(narrowingIn(query)));
  return useMemo(
    () => ({ state, assignee, isNarrow, channelId, narrowing: narrowingIn(new URLSearchParams(narrowed)), sort }),
    [state, assignee, isNarrow, channelId, narrowed, sort],
  );
}

export function addressOf(conversationId: string | null, { state, assignee, channelId, narrowing, sort }: QueueFilter): string {
  const query = new URLSearchParams(Object.entries(narrowing ?? {}).filter(([, value]) => value));
  if (state !== "new") query.set("state", state);
  if (assignee) query.set("assignee", assignee);
  if (channelId) query.set("channel", channelId);
  if (sort !== naturalSort(state)) query.set("sort", sort);
  return `/inbox${conversationId ? `/${conversationId}` : ""}${query.size ? `?${query}` : ""}`;
}

/** Shows a conversation or none; the filter stays as it is in the address. */
export const goTo = (conversationId: string | null, options?: { replace?: boolean }) =>
  navigate(`/inbox${conversationId ? `/${conversationId}` : ""}${location.search}`, options);
