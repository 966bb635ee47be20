import { api } from "../api/client";
import type { Broadcast, BroadcastLine, BroadcastRequest, ProactiveStatus } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** The broadcasts that were shown, by id; whether the list was asked for, and where it goes on. */
export const broadcasts = createStore<{ known: Record<string, Broadcast>; isListed: boolean; next: string | null }>({ known: {}, isListed: false, next: null });

const keep = (...items: Broadcast[]) => broadcasts.set(({ known }) => ({ known: { ...known, ...Object.fromEntries(items.map((one) => [one.id, one])) } }));

/** The newest first. */
export const inOrder = (known: Record<string, Broadcast>) => Object.values(known).sort((a, b) => b.createdAt.localeCompare(a.createdAt));

export async function fetchBroadcasts(after: string | null = null) {
  const page = await (after ? api.get(`/broadcasts?after=${after}`) : api.get("/broadcasts"));
  keep(...page.items);
  broadcasts.set({ isListed: true, next: page.next ?? null });
}

const refetch = () => void (broadcasts.get().isListed && fetchBroadcasts().catch(() => {}));

follow({
  apply: ({ kind, detail }) => kind === "broadcastChanged" && keep((detail as unknown as { broadcast: Broadcast }).broadcast),
  refetch,
});

export async function showBroadcast(id: string) {
  const shown = await api.get(`/broadcasts/${id}`);
  keep(shown.broadcast);
  return shown;
}

export const previewBroadcast = (request: BroadcastRequest) => api.post("/broadcasts/preview", request);

/** The key makes a repetition after a lost answer find the same one. */
export async function addBroadcast(request: BroadcastRequest, key: string) {
  const made = await api.post("/broadcasts", request, key);
  keep(made);
  return made;
}

export const pauseBroadcast = async (id: string) => keep(await api.put(`/broadcasts/${id}/pause`));
export const resumeBroadcast = async (id: string) => keep(await api.delete(`/broadcasts/${id}/pause`));
export const stopBroadcast = async (id: string) => keep(await api.put(`/broadcasts/${id}/end`));

export const fetchLines = (id: string, status: ProactiveStatus | null, after: string | null): Promise<{ items: BroadcastLine[]; next?: string | null }> =>
  api.get(`/broadcasts/${id}/messages?${new URLSearchParams({ ...(status ? { status } : {}), ...(after ? { after } : {}) }).toString()}`);

export const tableOf = (id: string) => `/api/v1/broadcasts/${id}/table`;

/** Everybody a broadcast writes to. */
export const recipients = ({ waiting, underway, sent, failed }: Broadcast["counts"]) => waiting + underway + sent + failed;
