import { api } from "../api/client";
import type { ReplyCollection, SavedReply, SavedReplies } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";
import { myId } from "../shell/session";

const page = "";

/** The saved replies one sees: on a page, and for an answer on each channel that was looked at. */
export const replies = createStore<{ shelves: Record<string, SavedReplies> }>({ shelves: {} });

const asked = new Map<string, Promise<void>>();

/** Fetched when a page or a composer first needs them; kept by events from then on. */
export function fetchReplies(channelId = page): Promise<void> {
  const running = asked.get(channelId) ?? (channelId ? api.get(`/saved-replies?channelId=${channelId}`) : api.get("/saved-replies"))
    .then((shelf) => replies.set(({ shelves }) => ({ shelves: { ...shelves, [channelId]: shelf } })))
    .catch((error: unknown) => {
      asked.delete(channelId);
      throw error;
    });
  asked.set(channelId, running);
  return running;
}

export const shelfOf = (state: { shelves: Record<string, SavedReplies> }, channelId = page): SavedReplies | undefined => state.shelves[channelId];

let isDue = false;

/** A table that is read in is many events at once: one look is enough for all of them. */
const refetch = () => {
  if (asked.size === 0 || isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    const wanted = [...asked.keys()];
    asked.clear();
    wanted.forEach((channelId) => void fetchReplies(channelId).catch(() => {}));
  }, 50);
};

const kinds = ["savedReplyChanged", "replyCollectionChanged", "replyCollectionOffered", "teamChanged"];

follow({
  apply: ({ kind, detail }) => kinds.includes(kind) && (!detail?.ownerId || detail.ownerId === myId()) && refetch(),
  refetch,
});

export interface CollectionForm { name: string; personal: boolean; teamIds: string[]; channelIds: string[] }

/** The keys make a repetition after a lost answer find the same one. */
export const addCollection = (form: CollectionForm, key: string) => api.post("/reply-collections", form, key);
export const changeCollection = (id: string, { name, personal, teamIds, channelIds }: CollectionForm) =>
  api.patch(`/reply-collections/${id}`, personal ? { name } : { name, teamIds, channelIds });
export const removeCollection = (id: string) => api.delete(`/reply-collections/${id}`);

export interface ReplyForm { collectionId: string; title: string; body: string; language: string; shortcut: string; fileIds: string[] }

export const addReply = ({ fileIds, ...form }: ReplyForm, key: string) => api.post("/saved-replies", { ...form, uploadIds: fileIds }, key);
export const changeReply = (id: string, { fileIds, ...form }: ReplyForm) => api.patch(`/saved-replies/${id}`, { ...form, attachmentIds: fileIds });
export const removeReply = (id: string) => api.delete(`/saved-replies/${id}`);

export const importReplies = (table: File) => api.upload("/saved-replies/table", table);
export const tableAddress = "/api/v1/saved-replies/table";

/** One's own first, then by name. */
export const inOrder = (collections: readonly ReplyCollection[]) =>
  [...collections].sort((a, b) => Number(!a.ownerId) - Number(!b.ownerId) || a.name.localeCompare(b.name));

export const mostUsedFirst = (items: readonly SavedReply[]) => [...items].sort((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1));
