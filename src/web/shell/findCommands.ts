import { plain } from "../i18n/plain";
import type { Command } from "./commands";

/** Every typed word must begin a word of the command. What is spelled out whole comes first: "Resolve" resolves, and shows no list. */
export function findCommands(all: readonly Command[], typed: string): Command[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const offered = all.filter((one) => {
    if (one.id === "bar" || (one.isSearched && wanted.length === 0)) return false;
    const words = plain(`${one.label} ${one.group} ${one.words ?? ""}`).split(/[\s'’-]+/);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
  const isWhole = (one: Command) => plain(one.label) === wanted.join(" ");
  return [...offered.filter(isWhole), ...offered.filter((one) => !isWhole(one))];
}
