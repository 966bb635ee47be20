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
  /** Not offered before something was typed: one of many. */
  isSearched?: boolean;
  run: () => void;
}

/** A list, or what makes it when the command bar is opened. */
type Offer = readonly Command[] | (() => readonly Command[]);
interface Registered { offers: readonly Offer[]; overlay: "bar" | "keys" | null }
export const commands = createStore<Registered>({ offers: [], overlay: null });

/** The nearest first: what a page offers comes before what the frame does. */
export const allCommands = (): Command[] => commands.get().offers.toReversed().flatMap((offer) => (typeof offer === "function" ? offer() : offer));
export const openOverlay = (overlay: Registered["overlay"]) => commands.set({ overlay });

/** Offers commands while the component is on screen. */
export function useCommands(offer: Offer, isGeneral = false) {
  useEffect(() => {
    commands.set(({ offers }) => ({ offers: isGeneral ? [offer, ...offers] : [...offers, offer] }));
    return () => commands.set(({ offers }) => ({ offers: offers.filter((one) => one !== offer) }));
  }, [offer, isGeneral]);
}

const isWriting = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])"));
/** What is on its way out no longer takes keys: who closes a menu and goes on at once need not wait for it to have faded. */
const stands = (overlay: Element | null | undefined) => !!overlay && !overlay.closest("[data-exiting]");
/** Also before the focus has arrived in what was opened: no key meant for it may act on the page behind. */
const isInOverlay = (target: EventTarget | null) =>
  (target instanceof HTMLElement && stands(target.closest('[role="listbox"]'))) || commands.get().overlay !== null || [...document.querySelectorAll('[role="dialog"], [role="menu"]')].some(stands);

function chordOf(event: KeyboardEvent): string {
  const mod = event.metaKey || event.ctrlKey ? "mod+" : "";
  const shift = event.shiftKey && event.key.length > 1 ? "shift+" : "";
  const key = event.key === "ArrowDown" ? "down" : event.key === "ArrowUp" ? "up" : event.key.toLowerCase();
  return mod + (event.altKey ? "alt+" : "") + shift + key;
}

/** From key to key as they were pressed, however late the page came to hear of them. */
const sequenceMs = 900;
let first: { chord: string; at: number } | null = null;

function press(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const chord = chordOf(event);
  const needsMod = chord.startsWith("mod+");
  if (!needsMod && (isWriting(event.target) || isInOverlay(event.target))) return;
  const sequence = first && event.timeStamp - first.at < sequenceMs ? `${first.chord} ${chord}` : null;
  first = { chord, at: event.timeStamp };
  const all = allCommands();
  const found = (sequence && all.find((one) => one.keys === sequence)) || all.find((one) => one.keys?.split("|").includes(chord));
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
