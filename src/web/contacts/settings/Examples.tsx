import { Button as AriaButton } from "react-aria-components/Button";
import type { GroupRule } from "../../api/types";
import { t } from "../../i18n";
import { PeopleIcon } from "../../ui";
import { ruleText, vip } from "./ruleText";

const examples: readonly { id: string; rule: GroupRule }[] = [
  { id: "french", rule: { alias: "language", operator: "is", values: ["fr"] } },
  { id: "belgium", rule: { alias: "phone", operator: "contains", values: ["+32"] } },
  { id: "influencers", rule: { alias: "followers", operator: "greaterThan", values: ["1000"] } },
  { id: "website", rule: { alias: "page_url", operator: "notEmpty", values: [] } },
  { id: "app", rule: { alias: "device_platform", operator: "notEmpty", values: [] } },
  { id: "vip", rule: { alias: vip, operator: "is", values: ["yes"] } },
];

/** What a group is good for, and six to begin with. */
export function Examples({ onPick }: { onPick: (name: string, rules: GroupRule[]) => void }) {
  return (
    <section className="examples">
      <span className="examples-figure"><PeopleIcon size={22} /></span>
      <h2>{t("contactSettings.groups.empty")}</h2>
      <p>{t("contactSettings.groups.empty.text")}</p>
      <ul>
        {examples.map(({ id, rule }) => (
          <li key={id}>
            <AriaButton onPress={() => onPick(t(`contactSettings.example.${id}`), [rule])}>
              <strong>{t(`contactSettings.example.${id}`)}</strong>
              <span>{ruleText(rule)}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
