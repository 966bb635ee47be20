import { flushSync } from "react-dom";
import { draftOf, drafts, write } from "./drafts";
import { openGaps } from "./placeholders";

const composer = () => document.querySelector<HTMLTextAreaElement>(".composer textarea");

/** What begins a word that one chooses instead of writing it out: a saved reply, a colleague. */
export type Sign = "/" | "@";

/** What is being typed after a sign, right before the caret: "/mer" is "mer". */
export const signWord = (before: string, sign: Sign) => new RegExp(`(?:^|\\s)${sign}([\\p{L}\\p{N}_-]{0,32})$`, "u").exec(before)?.[1] ?? null;

/** Puts a text where the caret is, over what is selected; a word after the sign before it goes. The first gap in it is selected, or the caret stands behind it. */
export function insertText(conversationId: string, inserted: string, sign?: Sign) {
  const area = composer();
  const draft = draftOf(drafts.get(), conversationId);
  const text = draft[draft.mode];
  const end = area?.selectionEnd ?? text.length;
  const word = sign ? signWord(text.slice(0, end), sign) : null;
  const start = word === null ? area?.selectionStart ?? text.length : end - word.length - 1;
  flushSync(() => write(conversationId, draft.mode, text.slice(0, start) + inserted + text.slice(end)));
  const gap = openGaps(inserted)[0];
  const from = start + (gap ? inserted.indexOf(gap) : inserted.length);
  const place = () => select(from, from + (gap?.length ?? 0));
  if (area && document.activeElement === area) place(); // The next letter may be on its way: it belongs behind what was inserted.
  else setTimeout(place, 40); // A panel that closes first gives the focus back to its button.
}

export function select(from: number, to: number) {
  composer()?.focus();
  composer()?.setSelectionRange(from, to);
}
