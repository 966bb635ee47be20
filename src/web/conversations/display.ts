import { createStore } from "../live/store";

/** What a row of the list may show besides the name. */
export const columns = ["channel", "preview", "assignee", "topics"] as const;
export type Column = (typeof columns)[number];

export interface Display { isCompact: boolean; hidden: readonly Column[] }

const standard: Display = { isCompact: false, hidden: ["topics"] };
const keyOf = (memberId: string) => `relais.display.${memberId}`;

/** How the list looks, as this member left it on this device. */
export const display = createStore<Display>(standard);

export function recallDisplay(memberId: string) {
  const kept = localStorage.getItem(keyOf(memberId));
  display.set(kept ? { ...standard, ...(JSON.parse(kept) as Partial<Display>) } : standard);
}

export function changeDisplay(memberId: string, change: Partial<Display>) {
  display.set(change);
  localStorage.setItem(keyOf(memberId), JSON.stringify(display.get()));
}

export const toggled = (hidden: readonly Column[], column: Column) => (hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column]);
