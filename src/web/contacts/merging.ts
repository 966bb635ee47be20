import { api } from "../api/client";
import type { ContactView } from "../api/types";
import { thread } from "../conversations/thread";

export const findContacts = async (words: string) => (await api.get(`/contacts?search=${encodeURIComponent(words)}`)).items;

/** What the two would hold as one. */
export const previewMerge = (id: string, other: string) => api.get(`/contacts/${id}/merges/preview?other=${other}`);

/** The card as it is then: on screen before its event comes. */
const show = (contact: ContactView) => {
  thread.set(({ view }) => (view?.row.contact.id === contact.id ? { view: { ...view, contact } } : {}));
  return contact;
};

export const mergeContacts = async (id: string, other: string) => show(await api.post(`/contacts/${id}/merges`, { other }));

export const undoMerge = async (id: string, mergeId: string) => show(await api.delete(`/contacts/${id}/merges/${mergeId}`));
