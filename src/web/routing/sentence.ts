import { hasText, locale, t } from "../i18n";
import type { Filter, FilterRule, HeldRule, RuleKind, RuleTest, Topic } from "../api/types";

export interface Names { topics: Record<string, Topic>; groups: Record<string, string>; channels: Record<string, { name: string }> }

const listed = (values: string[], type: "conjunction" | "disjunction") => new Intl.ListFormat(locale(), { type }).format(values);
const languageOf = (code: string) => new Intl.DisplayNames([locale()], { type: "language" }).of(code) ?? code;
const quoted = (name: string) => t("routing.quoted", { name });

const nameOf = (rule: FilterRule, id: string, names: Names) =>
  (rule.kind === "topic" ? names.topics[id]?.path : rule.kind === "contactGroup" ? names.groups[id] : names.channels[id]?.name) ?? "…";

const valuesOf = (rule: FilterRule, names: Names): string[] =>
  rule.kind === "visibility" ? rule.words.map((word) => t(`routing.visibility.${word}.she`))
  : rule.kind === "language" ? rule.words.map(languageOf)
  : rule.ids.map((id) => quoted(nameOf(rule, id, names)));

/** A clause of a sentence: "it is about “Delivery” or “Returns”". */
function clause(kind: RuleKind, test: RuleTest, values: string[], withParts = false): string {
  const several = values.length > 1 && hasText(`routing.clause.${kind}.${test}.many`) ? ".many" : "";
  const text = t(`routing.clause.${kind}.${test}${several}`, { values: listed(values.length ? values : ["…"], test === "allOf" ? "conjunction" : "disjunction") });
  return kind === "topic" && withParts && test !== "absent" ? `${text} ${t("routing.clause.parts")}` : text;
}

const ruleClause = (rule: FilterRule, names: Names) => clause(rule.kind, rule.test, valuesOf(rule, names), rule.withParts && rule.ids.some((id) => Object.values(names.topics).some((topic) => topic.parentId === id)));

/** The whole filter as a person would say it, in the language on screen. */
export function sentenceOf(filter: Filter, names: Names): string {
  const groups = filter.groups.map((group) => {
    const text = group.rules.map((rule) => ruleClause(rule, names)).join(` ${t(`routing.joint.${group.joint}`)} `);
    return group.rules.length > 1 && filter.groups.length > 1 ? `(${text})` : text;
  });
  return t("routing.sentence", { rules: groups.join(` ${t(`routing.joint.${filter.joint}.groups`)} `) }).replace(/…\.$/, "…");
}

/** A rule that held, told with the names it had then. */
export const heldClause = ({ kind, test, values }: HeldRule) =>
  clause(kind, test, kind === "visibility" ? values.map((word) => t(`routing.visibility.${word}.she`)) : kind === "language" ? values.map(languageOf) : values.map(quoted));
