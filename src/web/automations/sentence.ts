import type { AutomationAction, AutomationDraft, Condition, ResolveReason, Tag, Topic } from "../api/types";
import { locale, t } from "../i18n";
import { countsWords, keywordsIn } from "./conditions";

export interface Names { tags: readonly Tag[]; topics: Record<string, Topic>; reasons: Record<string, ResolveReason> }

const listed = (values: string[], type: "conjunction" | "disjunction") => new Intl.ListFormat(locale(), { type }).format(values);
const quoted = (name: string) => t("routing.quoted", { name });

/** A clause of a sentence: "it contains “invoice” or “refund”". */
export function clauseOf({ kind, keywords, count }: Condition): string {
  if (countsWords(kind)) return t(`automations.clause.${kind}`, { count: count ?? 0 });
  const words = keywordsIn(keywords ?? "").map(quoted);
  return t(`automations.clause.${kind}`, { values: listed(words.length ? words : ["…"], kind === "containsAll" || kind === "missesOne" ? "conjunction" : "disjunction") });
}

export function actionClause({ kind, id }: AutomationAction, names: Names): string {
  if (kind === "tag") return t("automations.does.tag", { name: quoted(names.tags.find((one) => one.id === id)?.name ?? "…") });
  if (kind === "topic") return t("automations.does.topic", { name: quoted((id && names.topics[id]?.path) || "…") });
  const reason = id && names.reasons[id]?.name;
  return reason ? t("automations.does.resolve.reason", { name: quoted(reason) }) : t("automations.does.resolve");
}

/** What it is for and what it does, as a person would say it, in the language on screen. */
export function sentenceOf({ filter, actions }: Pick<AutomationDraft, "filter" | "actions">, names: Names): string {
  const groups = filter.groups.map((group) => {
    const text = group.conditions.map(clauseOf).join(` ${t(`routing.joint.${group.joint}`)} `);
    return group.conditions.length > 1 && filter.groups.length > 1 ? `(${text})` : text;
  });
  return t("automations.sentence", {
    conditions: groups.join(` ${t(`routing.joint.${filter.joint}.groups`)} `),
    actions: actions.length ? listed(actions.map((action) => actionClause(action, names)), "conjunction") : "…",
  }).replace(/…\.$/, "…");
}
