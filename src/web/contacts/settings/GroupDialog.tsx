import { useState } from "react";
import { errorText } from "../../api/client";
import type { ContactGroup, GroupRule } from "../../api/types";
import { t } from "../../i18n";
import { useStore } from "../../live/store";
import { useForm } from "../../shell/useForm";
import { Button, Callout, Dialog, PlusIcon, Select, TextField, toast } from "../../ui";
import { attributeName, attributes, changeAttribute } from "../attributes";
import { Rehearsal } from "../../routing/Rehearsal";
import { addGroup, changeGroup, isComplete, rehearseGroup } from "./groups";
import { Preview } from "./Preview";
import { RuleRow } from "./RuleRow";

interface GroupDialogProps {
  group: ContactGroup | null;
  /** An example to begin with. */
  start?: { name?: string; rules?: GroupRule[] };
  onClose: () => void;
}

/** Writes down who belongs to a group; who that would be is shown meanwhile. */
export function GroupDialog({ group, start, onClose }: GroupDialogProps) {
  const [key] = useState(() => crypto.randomUUID());
  const items = useStore(attributes, (state) => state.items) ?? [];
  const [name, setName] = useState(group?.name ?? start?.name ?? "");
  const [match, setMatch] = useState(group?.match ?? "all");
  const [rules, setRules] = useState<GroupRule[]>(group?.rules ?? start?.rules ?? [{ alias: "language", operator: "is", values: [] }]);
  const sleeping = items.filter((one) => !one.isOn && rules.some((rule) => rule.alias === one.alias));
  const { isPending, error, submit } = useForm(async () => {
    const draft = { name, match, rules };
    await (group ? changeGroup(group.id, draft) : addGroup(draft, key));
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen size="lg" title={group ? t("contactSettings.edit", { name: group.name }) : t("contactSettings.group.add")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="group" isPending={isPending}>{t(group ? "contactSettings.save" : "contactSettings.group.create")}</Button>
    </>}>
      <form id="group" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("contactSettings.group.name")} placeholder={t("contactSettings.group.example")} value={name} onChange={setName} isRequired autoFocus={!start?.name} maxLength={80} autoComplete="off" />
        {rules.length > 1 && (
          <Select label={t("contactSettings.match")} choices={(["all", "any"] as const).map((id) => ({ id, label: t(`contactSettings.match.${id}`) }))} value={match} onChange={setMatch} />
        )}
        <fieldset className="rules">
          <legend className="field-label">{t("contactSettings.rules")}</legend>
          {rules.map((rule, at) => (
            <RuleRow
              key={at} rule={rule} items={items} joint={at > 0 ? t(`contactSettings.match.${match}.word`) : null}
              onChange={(next) => setRules(rules.with(at, next))} onRemove={rules.length > 1 ? () => setRules(rules.toSpliced(at, 1)) : undefined}
            />
          ))}
          <div><Button size="sm" icon={PlusIcon} isDisabled={rules.length >= 20} onPress={() => setRules([...rules, { alias: "language", operator: "is", values: [] }])}>{t("contactSettings.rule.add")}</Button></div>
        </fieldset>
        {sleeping.map((one) => (
          <Callout key={one.alias} tone="warn" action={<Button size="sm" onPress={() => void changeAttribute(one.alias, { isOn: true }).catch((refused: unknown) => toast(errorText(refused), { tone: "bad" }))}>{t("contactSettings.attribute.turnOn")}</Button>}>
            {t("contactSettings.attribute.sleeping", { name: attributeName(one.alias, one.name) })}
          </Callout>
        ))}
        <Preview match={match} rules={rules} />
        <Rehearsal question={{ id: group?.id ?? null, match, rules }} ask={rehearseGroup} isReady={rules.every(isComplete)} />
      </form>
    </Dialog>
  );
}
