import { useEffect } from "react";
import { createStore } from "../live/store";
import type { Icon } from "../ui";

/** One thing a person can do here: by its key, in the command bar, in the sheet of keys. */
export interface Command {
  id: string;
  label: string;
  group: string;
  /** "e", "mod+enter", "g n" (one after the other), "?" */
  keys?: string;
  icon?: Icon;
  /** Further words one may type in the command bar. */
  words?: string;
  run: () => void;
}

interface Registered { lists: readonly (readonly Command[])[]; overlay: "bar" | "keys" | null }
export const commands = createStore<Registered>({ lists: [], overlay: null });

export const allCommands = () => commands.get().lists.flat();
export const openOverlay = (overlay: Registered["overlay"]) => commands.set({ overlay });

/** Offers commands while the component is on screen. */
export function useCommands(list: readonly Command[]) {
  useEffect(() => {
    commands.set(({ lists }) => ({ lists: [...lists, list] }));
    return () => commands.set(({ lists }) => ({ lists: lists.filter((one) => one !== list) }));
  }, [list]);
}

const isWriting = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const isInOverlay = (target: EventTarget | null) => target instanceof HTMLElement && !!target.closest('[role="dialog"], [role="menu"], [role="listbox"]');

function chordOf(event: KeyboardEvent): string {
  const mod = event.metaKey || event.ctrlKey ? "mod+" : "";
  const shift = event.shiftKey && event.key.length > 1 ? "shift+" : "";
  const key = event.key === "ArrowDown" ? "down" : event.key === "ArrowUp" ? "up" : event.key.toLowerCase();
  return mod + (event.altKey ? "alt+" : "") + shift + key;
}

const sequenceMs = 900;
let first: { chord: string; at: number } | null = null;

function press(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const chord = chordOf(event);
  const needsMod = chord.startsWith("mod+");
  if (!needsMod && (isWriting(event.target) || isInOverlay(event.target))) return;
  const sequence = first && Date.now() - first.at < sequenceMs ? `${first.chord} ${chord}` : null;
  first = { chord, at: Date.now() };
  const all = allCommands();
  const found = (sequence && all.findLast((one) => one.keys === sequence)) || all.findLast((one) => one.keys?.split("|").includes(chord));
  if (!found) return;
  event.preventDefault();
  first = null;
  found.run();
}

/** Listens to the keys of the whole app. */
export function useKeys() {
  useEffect(() => {
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
