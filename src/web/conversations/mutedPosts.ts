import { api } from "../api/client";
import type { Post } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** The muted posts, the last one first; null until somebody looks. */
export const mutedPosts = createStore<{ items: Post[] | null }>({ items: null });

export const fetchMutedPosts = async () => mutedPosts.set(await api.get("/posts/muted"));

const refetch = () => void (mutedPosts.get().items && fetchMutedPosts().catch(() => {}));
follow({ apply: (event) => event.kind === "postMuted" && refetch(), refetch });
