import { createStore } from "../live/store";
import { queue } from "./queue";

interface Selection {
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: string | null;
  /** All of the list, fetched or not. */
  isAll: boolean;
}

const nothing: Selection = { ids: new Set(), anchor: null, isAll: false };

/** Which conversations of the list are chosen, to do the same to all of them. */
export const selection = createStore<Selection>(nothing);

export const isSelecting = ({ ids, isAll }: Selection) => isAll || ids.size > 0;
export const clearSelection = () => selection.set(nothing);

/** Chooses one or gives it back; a range reaches from the one before to this one. */
export function select(id: string, isRange = false) {
  const { rows } = queue.get();
  const { ids, anchor, isAll } = selection.get();
  const [from, to] = [rows.findIndex((row) => row.id === anchor), rows.findIndex((row) => row.id === id)].sort((a, b) => a - b) as [number, number];
  const next = new Set(isAll ? rows.map((row) => row.id) : ids);
  if (isRange && from >= 0) rows.slice(from, to + 1).forEach((row) => next.add(row.id));
  else if (!next.delete(id)) next.add(id);
  selection.set({ ids: next, anchor: id, isAll: false });
}

export const selectAll = () => selection.set({ ids: new Set(queue.get().rows.map((row) => row.id)), anchor: null, isAll: queue.get().next !== null });
