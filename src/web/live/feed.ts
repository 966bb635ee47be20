import { api, ApiError } from "../api/client";
import type { EventBatch, EventView } from "../api/types";
import { createStore } from "./store";

export type LineState = "live" | "catchingUp" | "offline";

/** What the agent sees of the line: how it is, and since when it has not been live. */
export const line = createStore<{ state: LineState; since: number }>({ state: "catchingUp", since: Date.now() });

export const setLine = (state: LineState) => {
  if (line.get().state === state) return;
  line.set({ state, since: Date.now() });
  if (state === "live") followers.forEach((follower) => follower.retry?.());
};

interface Follower {
  apply: (event: EventView) => void;
  /** The feed has moved on too far: fetch a fresh snapshot. */
  refetch: () => void;
  /** The line is back: fetch what could not be had without it. */
  retry?: () => void;
}

const keptEvents = 5000;
const followers = new Set<Follower>();
let recent: EventView[] = [];
let position = -1;
let pulling: Promise<void> | null = null;

export const feedPosition = () => position;

/** A snapshot that was on its way while events came in catches up with the events after its own position. */
export const eventsSince = (after: number) => recent.filter((event) => event.position > after);

/** A conversation moved out of sight, or was deleted: its id is the detail. */
export const isGone = ({ moved }: EventView) => moved?.to === null;

/** Every store follows the feed with one `apply`. */
export function follow(follower: Follower): () => void {
  followers.add(follower);
  return () => void followers.delete(follower);
}

/** The first snapshot names the position from which the feed must be followed. */
export const startAt = (first: number) => {
  if (position < 0) position = first;
};

export function forget() {
  position = -1;
  recent = [];
}

function take(events: EventView[], to: number) {
  for (const event of events) {
    if (event.position <= position) continue;
    recent.push(event);
    followers.forEach((follower) => follower.apply(event));
  }
  if (recent.length > keptEvents) recent = recent.slice(-keptEvents);
  position = Math.max(position, to);
}

/** A batch covers the positions after `from` up to `to`; if it does not join on to what we have, the gap is pulled. */
export async function takeBatch(batch: EventBatch) {
  if (position < 0 || batch.to <= position) return;
  if (batch.from <= position && !pulling) take(batch.events, batch.to);
  else await pull();
}

/** Pulls everything after our position; one pull at a time. */
export const pull = (): Promise<void> => (pulling ??= pullAll().finally(() => (pulling = null)));

async function pullAll() {
  if (position < 0) return;
  try {
    for (let more = true; more;) {
      const page = await api.get(`/events?after=${position}&limit=500`);
      take(page.items, page.position);
      more = page.more;
    }
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 410)) throw error;
    startAfresh();
  }
}

/** Everything on screen is fetched again. */
export function startAfresh() {
  forget();
  followers.forEach((follower) => follower.refetch());
}
