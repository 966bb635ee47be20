import { api, ApiError, errorText } from "../api/client";
import type { BulkKind, BulkOutcome, ConversationRow } from "../api/types";
import { t } from "../i18n";
import { toast } from "../ui";
import { listQuery, queue } from "./queue";
import { clearSelection, selection } from "./selection";

/** As many as the server takes at once. */
const atOnce = 1000;

export interface Deed { kind: BulkKind; reasonId?: string | null; comment?: string | null; memberId?: string | null; topicId?: string | null }
type Meant = ((row: ConversationRow) => boolean) | undefined;
interface Done { ids: string[]; outcomes: BulkOutcome[] }

/** The chosen rows that are still in the list. */
export const chosenRows = () => queue.get().rows.filter((row) => selection.get().ids.has(row.id));

async function perform({ kind, reasonId = null, comment = null, memberId = null, topicId = null }: Deed, meant: Meant): Promise<Done> {
  const done: Done = { ids: [], outcomes: [] };
  const post = async (query: URLSearchParams | string, items: { id: string; version: number }[] | null) => {
    const answer = await api.post(`/bulk-actions?${query}`, { kind, items, all: items === null, reasonId, comment, memberId, topicId }, crypto.randomUUID());
    if (answer.items.some((one) => one.result === "done")) done.ids.push(answer.id);
    done.outcomes.push(...answer.items);
    return answer.next;
  };
  if (selection.get().isAll && !meant) {
    const { filter } = queue.get();
    for (let after: string | null = null, isMore = true; isMore; isMore = after !== null) after = await post(listQuery(filter, after), null);
  } else {
    const chosen = selection.get().isAll ? queue.get().rows : chosenRows();
    const items = chosen.filter(meant ?? Boolean).map(({ id, version }) => ({ id, version }));
    for (let at = 0; at < items.length; at += atOnce) await post("", items.slice(at, at + atOnce));
  }
  return done;
}

/** Does the same to all that are chosen, or to those of the list that are meant, says what came of it, and offers to take it back. */
export async function actInBulk(deed: Deed, meant?: Meant) {
  try {
    const { ids, outcomes } = await perform(deed, meant);
    if (deed.kind !== "addTopic" && deed.kind !== "removeTopic") clearSelection();
    const action = { label: t("conversations.undo"), onAction: () => void undo(ids) };
    toast(summary(`conversations.bulk.${deed.kind}.done`, outcomes), outcomes.some((one) => one.result === "done") ? { tone: "good", action } : {});
  } catch (error) {
    toast(errorText(error), { tone: "bad" });
  }
}

async function undo(ids: string[]) {
  try {
    const answers = await Promise.all(ids.map((id) => api.delete(`/bulk-actions/${id}`)));
    toast(summary("conversations.bulk.undone", answers.flatMap((answer) => answer.items)));
  } catch (error) {
    toast(errorText(error), { tone: "bad" });
  }
}

/** "12 conversations resolved · 1 changed meanwhile · 2 refused: add a topic." */
function summary(key: string, outcomes: BulkOutcome[]): string {
  const count = (...results: BulkOutcome["result"][]) => outcomes.filter((one) => results.includes(one.result)).length;
  const refused = outcomes.find((one) => one.result === "refused");
  const parts = [t(key, { count: count("done") })];
  if (count("changed", "gone") > 0) parts.push(t("conversations.bulk.changed", { count: count("changed", "gone") }));
  if (count("unchanged") > 0) parts.push(t("conversations.bulk.unchanged", { count: count("unchanged") }));
  if (refused) parts.push(t("conversations.bulk.refused", { count: count("refused"), why: errorText(new ApiError(422, refused.code!, refused.params as ApiError["params"] ?? {})) }));
  return parts.join(" · ");
}
