import type { SavedReplies, SavedReply } from "../api/types";
import { plain } from "../i18n/plain";
import { mostUsedFirst } from "./replies";

/** Replies in which every word stands, in the title, the text or the shortcut; the most used first, and before them those whose title begins so. */
export function search({ items }: SavedReplies, words: string, collectionId: string | null): SavedReply[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const kept = mostUsedFirst(items).filter((one) => {
    if (collectionId && one.collectionId !== collectionId) return false;
    const text = plain(`${one.title} ${one.body} ${one.shortcut ?? ""}`);
    return wanted.every((word) => text.includes(word));
  });
  const begins = (one: SavedReply) => Number(wanted.length > 0 && plain(one.title).startsWith(wanted[0]!));
  return kept.sort((a, b) => begins(b) - begins(a));
}

/** Replies whose shortcut begins with what was typed after the slash: the word itself first, one's own before shared ones. */
export function byShortcut({ items, collections }: SavedReplies, typed: string): SavedReply[] {
  const word = plain(typed);
  const own = new Set(collections.filter((one) => one.ownerId).map((one) => one.id));
  const rank = (one: SavedReply) => Number(one.shortcut === word) * 2 + Number(own.has(one.collectionId));
  return mostUsedFirst(items).filter((one) => one.shortcut?.startsWith(word)).sort((a, b) => rank(b) - rank(a));
}
