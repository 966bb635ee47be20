import { api, errorText } from "../api/client";
import type { Tag } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";
import { toast } from "../ui";

/** The tags messages can have, by name; null until somebody needs them. */
export const tags = createStore<{ items: Tag[] | null }>({ items: null });

let asked: Promise<void> | null = null;

/** Fetched once, when the first tagged message or a page needs them; kept by events from then on. */
export const fetchTags = () => (asked ??= api.get("/tags").then(({ items }) => tags.set({ items })).catch(() => void (asked = null)));

const refetch = () => {
  if (!asked) return;
  asked = null;
  void fetchTags();
};

follow({ apply: (event) => event.kind === "tagChanged" && refetch(), refetch, retry: () => void (tags.get().items ?? refetch()) });

export type TagForm = { name: string; description: string };

/** The key makes a repetition after a lost answer find the same tag. */
export const addTag = (tag: TagForm, key: string) => api.post("/tags", tag, key);
export const changeTag = (id: string, changes: Partial<TagForm & Pick<Tag, "active">>) => api.patch(`/tags/${id}`, changes);
export const removeTag = (id: string) => api.delete(`/tags/${id}`);
export const useOf = (id: string) => api.get(`/tags/${id}/use`);

export const setTag = (messageId: string, tagId: string, on: boolean) =>
  (on ? api.put(`/messages/${messageId}/tags/${tagId}`) : api.delete(`/messages/${messageId}/tags/${tagId}`)).catch((error: unknown) => void toast(errorText(error), { tone: "bad" }));
