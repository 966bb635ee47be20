import type { ContactAttribute, GroupOperator, GroupRule } from "../../api/types";
import { t } from "../../i18n";
import { type Choice, CloseIcon, IconButton, Select, TextField } from "../../ui";
import { attributeName, languageName } from "../attributes";
import { formatOf, vip } from "./ruleText";

interface RuleRowProps {
  rule: GroupRule;
  items: ContactAttribute[];
  /** "and" or "or", between this rule and the one before. */
  joint: string | null;
  onChange: (rule: GroupRule) => void;
  onRemove?: () => void;
}

const vipOperators: readonly GroupOperator[] = ["is", "isNot"];
const languages = ["fr", "en", "nl", "de", "es", "it", "pt", "pl", "ro", "tr", "ar", "ru", "uk", "zh", "ja"];

/** One rule: which attribute, how it is compared, and with what. */
export function RuleRow({ rule, items, joint, onChange, onRemove }: RuleRowProps) {
  const offered = items.filter((one) => one.isOn || one.alias === rule.alias);
  const operators = rule.alias === vip ? vipOperators : items.find((one) => one.alias === rule.alias)?.operators ?? [];
  const choose = (alias: string) => {
    const possible = alias === vip ? vipOperators : items.find((one) => one.alias === alias)?.operators ?? [];
    onChange({ alias, operator: possible.includes(rule.operator) ? rule.operator : possible[0]!, values: alias === vip ? ["yes"] : [] });
  };
  return (
    <div className="rule">
      {joint && <span className="rule-joint">{joint}</span>}
      <div className="rule-fields">
        <div className="rule-attribute"><Select label={t("contactSettings.rule.attribute")} hideLabel choices={[{ id: vip, label: attributeName(vip) }, ...offered.map((one) => ({ id: one.alias, label: attributeName(one.alias, one.name) }))]} value={rule.alias} onChange={choose} /></div>
        <div className="rule-operator"><Select label={t("contactSettings.rule.operator")} hideLabel choices={operators.map((id) => ({ id, label: t(`contactSettings.operator.${id}`) }))} value={rule.operator} onChange={(operator) => onChange({ ...rule, operator, values: operator === "anyOf" ? rule.values : rule.values.slice(0, 1) })} /></div>
        <div className="rule-value"><Value rule={rule} items={items} onChange={(values) => onChange({ ...rule, values })} /></div>
        {onRemove && <IconButton icon={CloseIcon} size="sm" label={t("contactSettings.rule.remove")} onPress={onRemove} />}
      </div>
    </div>
  );
}

function Value({ rule, items, onChange }: { rule: GroupRule; items: ContactAttribute[]; onChange: (values: string[]) => void }) {
  if (rule.operator === "empty" || rule.operator === "notEmpty") return null;

  const label = t("contactSettings.rule.value");
  const choices = choicesOf(rule, items);
  if (choices) return <Select label={label} hideLabel choices={choices} value={rule.values[0] ?? null} onChange={(id) => onChange([id])} placeholder={t("contactSettings.rule.choose")} />;
  if (rule.operator === "anyOf")
    return <TextField label={label} hideLabel value={rule.values.join(" ; ").replace(/ ; $/, " ;")} placeholder={t("contactSettings.rule.several")} onChange={(text) => onChange(text.split(/ ?; ?/))} />;
  return (
    <TextField
      label={label} hideLabel type={formatOf(rule.alias) === "date" ? "date" : "text"} inputMode={formatOf(rule.alias) === "number" ? "decimal" : undefined} value={rule.values[0] ?? ""}
      placeholder={formatOf(rule.alias) === "phone" ? "+32" : t("contactSettings.rule.value")} onChange={(text) => onChange([text])} maxLength={255} autoComplete="off"
    />
  );
}

/** What can be picked rather than typed. */
function choicesOf(rule: GroupRule, items: ContactAttribute[]): Choice[] | null {
  if (rule.operator !== "is" && rule.operator !== "isNot") return null;
  switch (formatOf(rule.alias)) {
    case "yesNo": return [{ id: "yes", label: t("contacts.yes") }, { id: "no", label: t("contacts.no") }];
    case "choice": return (items.find((one) => one.alias === rule.alias)?.choices ?? []).map((id) => ({ id, label: id }));
    case "language": return [...new Set([...rule.values, ...languages])].filter(Boolean).map((id) => ({ id, label: languageName(id) }));
    default: return null;
  }
}
