import type { Filter, FilterGroup, Joint } from "../api/types";
import { t } from "../i18n";
import { Button, CloseIcon, IconButton, PlusIcon } from "../ui";
import { newRule } from "./rules";
import { RuleRow } from "./RuleRow";

/** Filter groups, each with its rules; between them and within them stands "and" or "or". */
export function FilterBuilder({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { groups, joint } = filter;
  const change = (at: number, group: FilterGroup) => onChange({ ...filter, groups: groups.with(at, group) });
  const add = () => onChange({ ...filter, groups: [...groups, { joint: "all", rules: [newRule()] }] });
  return (
    <div className="filter-builder">
      {groups.map((group, at) => (
        <div key={at} className="filter-place">
          {at > 0 && <JointSwitch label={t("routing.joint.betweenGroups")} joint={joint} onChange={(next) => onChange({ ...filter, joint: next })} />}
          <GroupBox
            group={group} title={t("routing.group", { number: at + 1 })} onChange={(next) => change(at, next)}
            onRemove={groups.length > 1 ? () => onChange({ ...filter, groups: groups.toSpliced(at, 1) }) : undefined}
          />
        </div>
      ))}
      <Button icon={PlusIcon} onPress={add}>{t("routing.group.add")}</Button>
    </div>
  );
}

function GroupBox({ group, title, onChange, onRemove }: { group: FilterGroup; title: string; onChange: (group: FilterGroup) => void; onRemove?: () => void }) {
  const { rules, joint } = group;
  return (
    <fieldset className="filter-group">
      <legend className="visually-hidden">{title}</legend>
      <header><strong aria-hidden>{title}</strong>{onRemove && <IconButton icon={CloseIcon} size="sm" label={t("routing.group.remove", { group: title })} onPress={onRemove} />}</header>
      {rules.map((rule, at) => (
        <div key={at} className="filter-place">
          {at > 0 && <JointSwitch label={t("routing.joint.betweenRules")} joint={joint} onChange={(next) => onChange({ ...group, joint: next })} />}
          <RuleRow rule={rule} onChange={(next) => onChange({ ...group, rules: rules.with(at, next) })} onRemove={rules.length > 1 ? () => onChange({ ...group, rules: rules.toSpliced(at, 1) }) : undefined} />
        </div>
      ))}
      <Button size="sm" variant="ghost" icon={PlusIcon} onPress={() => onChange({ ...group, rules: [...rules, newRule()] })}>{t("routing.rule.add")}</Button>
    </fieldset>
  );
}

/** One choice for all places between the same things: it never needs brackets to be understood. */
export function JointSwitch({ label, joint, onChange }: { label: string; joint: Joint; onChange: (joint: Joint) => void }) {
  return (
    <div className="joint" role="radiogroup" aria-label={label}>
      {(["all", "any"] as const).map((one) => (
        <button key={one} type="button" role="radio" aria-checked={joint === one} onClick={() => onChange(one)}>{t(`routing.joint.${one}`)}</button>
      ))}
    </div>
  );
}
