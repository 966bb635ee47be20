import type { GroupRule } from "../../api/types";
import { t } from "../../i18n";
import { attributeName, attributes, valueText } from "../attributes";

/** VIP is a mark, not an attribute; rules ask for it like one. */
export const vip = "vip";

export const formatOf = (alias: string) => (alias === vip ? "yesNo" : attributes.get().items?.find((one) => one.alias === alias)?.format ?? "text");

/** A rule as one would say it: "Telephone contains “+32”". */
export function ruleText(rule: GroupRule): string {
  const values = rule.values.map((value) => t("contactSettings.quoted", { value: rule.operator.toLowerCase().includes("contain") ? value : valueText(formatOf(rule.alias), value) }));
  return [attributeName(rule.alias), t(`contactSettings.operator.${rule.operator}`), values.join(", ")].filter(Boolean).join(" ");
}
