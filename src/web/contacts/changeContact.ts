import { api } from "../api/client";
import type { ContactView } from "../api/types";
import { thread } from "../conversations/thread";

/** The answer is the whole card: it is on screen before its event comes. */
const show = (contact: ContactView) => thread.set(({ view }) => (view?.contact.id === contact.id ? { view: { ...view, contact } } : {}));

/** Changes what we know of a contact; the feed brings it to every other screen. */
export const changeContact = async (id: string, changes: Partial<Pick<ContactView, "name">>) => show(await api.patch(`/contacts/${id}`, changes));

/** An empty text clears the attribute. */
export const writeAttribute = async (id: string, alias: string, value: string) =>
  show(await api.put(`/contacts/${id}/attributes/${alias}`, { value }));

export const markVip = async (id: string, vip: boolean) =>
  show(await (vip ? api.put(`/contacts/${id}/vip`) : api.delete(`/contacts/${id}/vip`)));

export const writeNote = async (id: string, text: string, key: string) => show(await api.post(`/contacts/${id}/notes`, { text }, key));

export const amendNote = async (id: string, noteId: string, text: string) => show(await api.patch(`/contacts/${id}/notes/${noteId}`, { text }));

export const strikeNote = async (id: string, noteId: string) => show(await api.delete(`/contacts/${id}/notes/${noteId}`));

export const recordConsent = async (id: string, channelId: string, given: boolean, how: string) =>
  show(await api.put(`/contacts/${id}/consents/${channelId}`, { given, how }));

export const blockContact = async (id: string, isBlocked: boolean) =>
  show(await (isBlocked ? api.put(`/contacts/${id}/block`) : api.delete(`/contacts/${id}/block`)));
