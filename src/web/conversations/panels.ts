import { createStore } from "../live/store";

export type Panel = "assignee" | "boomerang" | "template" | "continue" | "mergeInto" | "emoji" | "replies" | "later" | "myReplies" | "filter" | "topics" | "tag" | "why" | "resolve" | "mutedPosts" | "narrow" | "views" | "bulkResolve" | "bulkAssign" | "bulkTopics";

const key = "relais.contactPanel";

/** Which small panel is open (one at a time, by button or by key), and whether the contact stands at the side. */
export const panels = createStore<{ open: Panel | null; isContactShown: boolean; messageId: string | null }>({
  open: null,
  messageId: null,
  isContactShown: globalThis.localStorage?.getItem(key) !== "hidden" && globalThis.innerWidth > 1180,
});

/** @param messageId Which message a panel is about, where it is about one. */
export const openPanel = (open: Panel | null, messageId: string | null = null) => panels.set({ open, messageId });

/** The props that tie a popover to the panel of that name. */
export const panelProps = (open: Panel | null, mine: Panel) => ({
  isOpen: open === mine,
  onOpenChange: (isOpen: boolean) => openPanel(isOpen ? mine : null),
});

export function showContact(isContactShown: boolean) {
  localStorage.setItem(key, isContactShown ? "shown" : "hidden");
  panels.set({ isContactShown });
}
