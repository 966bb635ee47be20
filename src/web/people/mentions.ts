import type { Member } from "../api/types";
import { plain } from "../i18n/plain";
import { directory } from "../shell/directory";

const isLetter = /[\p{L}\p{N}]/u;

/** Whose name, or a part of it, begins like the word. */
export const mentionable = (members: readonly Member[], word: string, me: string) =>
  members
    .filter((one) => one.status === "active" && one.id !== me && plain(` ${one.name}`).includes(` ${plain(word)}`))
    .sort((a, b) => a.name.localeCompare(b.name));

/** A text in parts: every second one is a member's name with its @. The longest name wins: "@Ana Martin" calls nobody who is only "Ana". */
export function partsOf(text: string, names: readonly string[]): string[] {
  const parts: string[] = [];
  let plainText = "";
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  for (let at = 0; at < text.length;) {
    const begins = text[at] === "@" && !isLetter.test(text[at - 1] ?? "");
    const name = begins && longestFirst.find((one) => one && text.startsWith(one, at + 1) && !isLetter.test(text[at + 1 + one.length] ?? ""));
    if (name) {
      parts.push(plainText, `@${name}`);
      plainText = "";
    } else plainText += text[at];
    at += name ? name.length + 1 : 1;
  }
  return [...parts, plainText];
}

/** Whom a note calls. Who shares a name is called together. */
export function mentionedIn(text: string, members: readonly Member[] = Object.values(directory.get().members)): string[] {
  const called = new Set(partsOf(text, members.map((one) => one.name)).filter((_, at) => at % 2 === 1));
  return members.filter((one) => one.status === "active" && called.has(`@${one.name}`)).map((one) => one.id);
}
