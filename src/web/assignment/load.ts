import { api } from "../api/client";
import type { EventView, Load, QueuePlace } from "../api/types";
import { eventsSince, follow, startAt } from "../live/feed";
import { createStore } from "../live/store";

/** How much one has to do, and how much one is given at a time. */
export const load = createStore<Load & { me: string }>({ new: 0, pending: 0, limit: null, countsPending: false, position: -1, me: "" });

const step = (state: Load & { me: string }, place: QueuePlace | null, by: 1 | -1) =>
  place?.assigneeId === state.me && (place.state === "new" || place.state === "pending") ? { ...state, [place.state]: state[place.state] + by } : state;

/** Old load + event = fresh load. */
export const followed = (state: Load & { me: string }, { moved, position }: EventView) =>
  moved && position > state.position && state.position >= 0 ? step(step(state, moved.from, -1), moved.to, 1) : state;

const apply = (event: EventView) => {
  const next = followed(load.get(), event);
  if (next !== load.get()) load.set(next);
};

export async function fetchLoad(me = load.get().me) {
  if (!me) return;
  const fresh = await api.get("/session/load");
  startAt(fresh.position);
  load.set({ ...fresh, me });
  eventsSince(fresh.position).forEach(apply);
}

/** "3 / 5"; nothing where nothing is given, and so nothing is limited. */
export const loadText = ({ limit, countsPending, ...mine }: Load) => (limit === null ? null : `${mine.new + (countsPending ? mine.pending : 0)} / ${limit}`);

follow({ apply, refetch: () => void fetchLoad().catch(() => {}) });
