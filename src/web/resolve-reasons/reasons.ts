import { api } from "../api/client";
import type { ResolveReason, ResolveScopes } from "../api/types";
import { directory, fetchResolveReasons, whileTold } from "../shell/directory";

export type ReasonForm = Pick<ResolveReason, "name" | "comment">;
export type Scopes = Record<"reasons" | "topics", ResolveScopes>;

const keep = (reason: ResolveReason) => directory.set(({ resolveReasons }) => ({ resolveReasons: { ...resolveReasons, [reason.id]: reason } }));

/** The key makes a repetition after a lost answer find the same reason. */
export const addReason = async (form: ReasonForm, key: string) => keep(await api.post("/resolve-reasons", form, key));
export const changeReason = async (id: string, changes: Partial<ReasonForm & Pick<ResolveReason, "isUsed" | "isArchived">>) => keep(await api.patch(`/resolve-reasons/${id}`, changes));

let before: Promise<unknown> = Promise.resolve();

/** What is chosen shows at once and is told in the order in which it was chosen; a refusal brings back what is. */
async function atOnce(change: Partial<Pick<ReturnType<typeof directory.get>, "resolveReasons" | "resolveScopes">>, call: () => Promise<unknown>) {
  directory.set(change);
  const told = before.then(call);
  before = told.catch(() => {});
  try {
    await whileTold(told);
  } catch (error) {
    await fetchResolveReasons().catch(() => {});
    throw error;
  }
}

export function orderReasons(ids: string[]) {
  const { resolveReasons } = directory.get();
  const moved = Object.values(resolveReasons).map((one) => [one.id, ids.includes(one.id) ? { ...one, place: ids.indexOf(one.id) } : one]);
  return atOnce({ resolveReasons: Object.fromEntries(moved) }, () => api.put("/resolve-reasons/order", { ids }));
}

export const setScopes = (change: Partial<Scopes>) =>
  atOnce({ resolveScopes: { ...directory.get().resolveScopes, ...change } }, () => api.put("/resolve-reasons/scopes", { reasons: change.reasons ?? null, topics: change.topics ?? null }));
