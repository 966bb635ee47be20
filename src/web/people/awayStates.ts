import { api } from "../api/client";
import type { AwayState } from "../api/types";
import { directory } from "../shell/directory";

export type AwayStateForm = Pick<AwayState, "name" | "icon" | "colour" | "isProductive">;

const keep = (state: AwayState) => directory.set(({ awayStates }) => ({ awayStates: { ...awayStates, [state.id]: state } }));

/** The key makes a repetition after a lost answer find the same state. */
export const addAwayState = async (form: AwayStateForm, key: string) => keep(await api.post("/away-states", form, key));
export const changeAwayState = async (id: string, changes: Partial<AwayStateForm & { isArchived: boolean }>) => keep(await api.patch(`/away-states/${id}`, changes));

/** Shows the new order at once; a refusal brings the old one back. */
export async function orderAwayStates(ids: string[]) {
  const before = directory.get().awayStates;
  directory.set({ awayStates: Object.fromEntries(Object.values(before).map((one) => [one.id, ids.includes(one.id) ? { ...one, place: ids.indexOf(one.id) } : one])) });
  try {
    await api.put("/away-states/order", { ids });
  } catch (error) {
    directory.set({ awayStates: before });
    throw error;
  }
}
