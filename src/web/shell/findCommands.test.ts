import { expect, it } from "vitest";
import type { Command } from "./commands";
import { findCommands } from "./findCommands";

const command = (id: string, label: string, more: Partial<Command> = {}): Command => ({ id, label, group: "", run: () => {}, ...more });
const all = [command("list", "Go to Resolved"), command("resolve", "Resolve"), command("bar", "Search commands"), command("emilie", "Assign to Émilie", { isSearched: true })];
const found = (typed: string) => findCommands(all, typed).map((one) => one.id);

it("puts what is spelled out whole before what only begins like it, in whatever order it was offered", () => {
  expect(found("resolve")).toEqual(["resolve", "list"]);
  expect(findCommands(all.toReversed(), "Resolve").map((one) => one.id)).toEqual(["resolve", "list"]);
});

it("finds by the beginnings of words, without accents and case, and keeps one of many until it is asked for", () => {
  expect(found("ass emi")).toEqual(["emilie"]);
  expect(found("")).toEqual(["list", "resolve"]);
});
