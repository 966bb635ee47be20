import { api } from "../api/client";
import type { VirtualAgent } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** The virtual agents one can give conversations to; null until a menu needs them. */
export const delegates = createStore<{ items: VirtualAgent[] | null }>({ items: null });

export const fetchDelegates = async () => delegates.set({ items: (await api.get("/virtual-agents")).items });

const refetch = () => void (delegates.get().items && fetchDelegates().catch(() => {}));
follow({ apply: (event) => (event.kind === "autoResponderChanged" || event.kind === "customAgentChanged") && refetch(), refetch });
