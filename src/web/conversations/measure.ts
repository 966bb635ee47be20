import type { Capabilities } from "../api/types";
import { split, weigh } from "./weigh";

/** Whoever pastes a book does not wait until it is weighed. */
const tooLongToWeigh = 20_000;

/** How much of a text still fits on a channel, and what goes out of it. */
export interface Measure { left: number; parts: string[] }

export function measure(can: Capabilities | undefined, text: string): Measure {
  if (!can) return { left: Infinity, parts: [text] };
  const { max, unit, splitsAt } = can.text;
  if (unit !== "weighted" || text.length > tooLongToWeigh) return { left: max - [...text].length, parts: [text] };
  const left = max - weigh(text);
  return { left, parts: splitsAt !== null && left >= 0 ? split(text.trim(), splitsAt) : [text] };
}
