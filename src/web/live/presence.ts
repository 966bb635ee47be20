import type { LiveMessages, Presence, Viewer } from "../api/types";
import { createStore } from "./store";

/** What is true only now and is never stored: who is here, who looks at what, who is typing. */
export const presence = createStore<{
  members: Record<string, Presence>;
  /** In which of the own away states a member is; none = just away. */
  awayStates: Record<string, string | null>;
  viewers: Record<string, Viewer[]>;
  typingContacts: Record<string, number>;
}>({ members: {}, awayStates: {}, viewers: {}, typingContacts: {} });

const typingLastsMs = 8_000;

export const presences = (items: LiveMessages["presence"]) =>
  presence.set((state) => ({
    members: { ...state.members, ...Object.fromEntries(items.map((one) => [one.memberId, one.presence])) },
    awayStates: { ...state.awayStates, ...Object.fromEntries(items.map((one) => [one.memberId, one.awayStateId])) },
  }));

export const viewersOf = ({ conversationId, viewers }: LiveMessages["viewers"]) => presence.set({ viewers: { [conversationId]: viewers } });

/** A typing sign that is not renewed fades by itself. */
export function contactTyping({ conversationId, typing }: LiveMessages["contactTyping"]) {
  const until = typing ? Date.now() + typingLastsMs : 0;
  presence.set((state) => ({ typingContacts: { ...state.typingContacts, [conversationId]: until } }));
  if (typing) setTimeout(() => presence.get().typingContacts[conversationId] === until && contactTyping({ conversationId, typing: false }), typingLastsMs);
}
