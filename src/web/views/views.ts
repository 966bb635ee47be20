import { api } from "../api/client";
import type { SavedView } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** The member's own views and those of the teams; null until they were asked for. */
export const views = createStore<{ items: SavedView[] | null }>({ items: null });

export const fetchViews = async () => views.set(await api.get("/views"));

const refetch = () => void (views.get().items && fetchViews().catch(() => {}));

follow({ apply: ({ kind }) => kind === "savedViewChanged" && refetch(), refetch });

const keep = (view: SavedView) => views.set(({ items }) => ({
  items: [...(items ?? []).filter((one) => one.id !== view.id), view].sort((a, b) => a.name.localeCompare(b.name)),
}));

export const addView = async (view: Pick<SavedView, "name" | "query" | "teamId">, key: string) => keep(await api.post("/views", view, key));
export const changeView = async (id: string, change: Partial<Pick<SavedView, "name" | "query">>) => keep(await api.patch(`/views/${id}`, change));

export async function removeView(id: string) {
  await api.delete(`/views/${id}`);
  views.set(({ items }) => ({ items: items?.filter((one) => one.id !== id) ?? null }));
}

/** What a view shows, whatever the order in which its address says it. */
export const queryOf = (address: string) => {
  const query = new URLSearchParams(address.split("?")[1] ?? "");
  query.sort();
  return String(query);
};

export const addressOfView = ({ query }: SavedView) => `/inbox${query ? `?${query}` : ""}`;
