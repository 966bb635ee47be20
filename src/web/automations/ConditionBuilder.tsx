import type { Condition, ConditionGroup, ConditionKind, MessageFilter } from "../api/types";
import { t } from "../i18n";
import { JointSwitch } from "../routing/FilterBuilder";
import { Button, Checkbox, CloseIcon, IconButton, PlusIcon, Select, TextField } from "../ui";
import { conditionKinds, countsWords, newCondition, newGroup } from "./conditions";

/** Groups of conditions; between them and within them stands "and" or "or", as in a skill set. */
export function ConditionBuilder({ filter, onChange }: { filter: MessageFilter; onChange: (filter: MessageFilter) => void }) {
  const { groups, joint } = filter;
  return (
    <div className="filter-builder">
      {groups.map((group, at) => (
        <div key={at} className="filter-place">
          {at > 0 && <JointSwitch label={t("automations.joint.betweenGroups")} joint={joint} onChange={(next) => onChange({ ...filter, joint: next })} />}
          <GroupBox
            group={group} title={t("automations.group", { number: at + 1 })} onChange={(next) => onChange({ ...filter, groups: groups.with(at, next) })}
            onRemove={groups.length > 1 ? () => onChange({ ...filter, groups: groups.toSpliced(at, 1) }) : undefined}
          />
        </div>
      ))}
      <Button icon={PlusIcon} onPress={() => onChange({ ...filter, groups: [...groups, newGroup()] })}>{t("automations.group.add")}</Button>
    </div>
  );
}

function GroupBox({ group, title, onChange, onRemove }: { group: ConditionGroup; title: string; onChange: (group: ConditionGroup) => void; onRemove?: () => void }) {
  const { conditions, joint } = group;
  return (
    <fieldset className="filter-group">
      <legend className="visually-hidden">{title}</legend>
      <header><strong aria-hidden>{title}</strong>{onRemove && <IconButton icon={CloseIcon} size="sm" label={t("automations.group.remove", { group: title })} onPress={onRemove} />}</header>
      {conditions.map((condition, at) => (
        <div key={at} className="filter-place">
          {at > 0 && <JointSwitch label={t("automations.joint.betweenConditions")} joint={joint} onChange={(next) => onChange({ ...group, joint: next })} />}
          <ConditionRow
            condition={condition} onChange={(next) => onChange({ ...group, conditions: conditions.with(at, next) })}
            onRemove={conditions.length > 1 ? () => onChange({ ...group, conditions: conditions.toSpliced(at, 1) }) : undefined}
          />
        </div>
      ))}
      <Button size="sm" variant="ghost" icon={PlusIcon} onPress={() => onChange({ ...group, conditions: [...conditions, newCondition()] })}>{t("automations.condition.add")}</Button>
    </fieldset>
  );
}

function ConditionRow({ condition, onChange, onRemove }: { condition: Condition; onChange: (condition: Condition) => void; onRemove?: () => void }) {
  const { kind, keywords, count, ignoresAccents, inside } = condition;
  const choose = (next: ConditionKind) => onChange(countsWords(next) === countsWords(kind) ? { ...condition, kind: next } : newCondition(next));
  return (
    <div className="condition-row">
      <Select<ConditionKind> label={t("automations.condition")} hideLabel choices={conditionKinds.map((id) => ({ id, label: t(`automations.kind.${id}`) }))} value={kind} onChange={choose} />
      {countsWords(kind)
        ? <TextField label={t("automations.words")} hideLabel type="number" inputMode="numeric" value={String(count ?? "")} onChange={(typed) => onChange({ ...condition, count: typed === "" ? null : Math.max(0, Math.round(Number(typed))) })} />
        : <TextField label={t("automations.keywords")} hideLabel placeholder={t("automations.keywords.example")} hint={t("automations.keywords.hint")} value={keywords ?? ""} onChange={(typed) => onChange({ ...condition, keywords: typed })} maxLength={2000} autoComplete="off" />}
      {onRemove ? <IconButton icon={CloseIcon} size="sm" label={t("automations.condition.remove")} onPress={onRemove} /> : <span />}
      {!countsWords(kind) && (
        <div className="condition-options">
          <Checkbox label={t("automations.ignoresAccents")} isOn={ignoresAccents ?? true} onChange={(on) => onChange({ ...condition, ignoresAccents: on })} />
          <Checkbox label={t("automations.inside")} isOn={inside ?? false} onChange={(on) => onChange({ ...condition, inside: on })} />
        </div>
      )}
    </div>
  );
}
