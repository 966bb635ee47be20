import { useEffect, useRef } from "react";
import { attributes, fetchAttributes } from "../contacts/attributes";
import { fetchGroups, groups } from "../contacts/settings/groups";
import { RuleRow } from "../contacts/settings/RuleRow";
import "../contacts/settings/settings.css";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Button, Callout, PlusIcon, Select, TextField } from "../ui";
import { RadioCards } from "../ui/RadioCards";
import { type Draft, textOf, usesColumns } from "./draft";

interface StepProps { draft: Draft; onChange: (part: Partial<Draft>) => void }

const ways = ["group", "rules", "list"] as const;

/** For whom: a contact group, contacts with something in common, or a list; and how one knows that they agree. */
export function AudienceStep({ draft, onChange }: StepProps) {
  return (
    <div className="form-stack">
      <RadioCards
        label={t("broadcasts.audience")} hideLabel value={draft.audience} onChange={(audience) => onChange({ audience })}
        choices={ways.map((id) => ({ id, title: t(`broadcasts.audience.${id}`), text: t(`broadcasts.audience.${id}.text`) }))}
      />
      {draft.audience !== "list" && usesColumns(draft) && <Callout tone="warn">{t("broadcasts.audience.needsList")}</Callout>}
      {draft.audience === "group" && <GroupChoice draft={draft} onChange={onChange} />}
      {draft.audience === "rules" && <Rules draft={draft} onChange={onChange} />}
      {draft.audience === "list" && <List draft={draft} onChange={onChange} />}
      <TextField label={t("broadcasts.consent")} hint={t("broadcasts.consent.hint")} placeholder={t("broadcasts.consent.example")} value={draft.consent} onChange={(consent) => onChange({ consent })} maxLength={500} autoComplete="off" />
    </div>
  );
}

function GroupChoice({ draft, onChange }: StepProps) {
  const items = useStore(groups, (state) => state.items);
  useEffect(() => void fetchGroups().catch(() => {}), []);
  if (items?.length === 0) return <Callout>{t("broadcasts.audience.noGroup")}</Callout>;
  return (
    <Select
      label={t("broadcasts.audience.group.choose")} placeholder={t("broadcasts.audience.group.placeholder")} value={draft.groupId} onChange={(groupId) => onChange({ groupId })}
      choices={(items ?? []).map((one) => ({ id: one.id, label: one.name, hint: t("broadcasts.audience.group.count", { count: one.memberCount }) }))}
    />
  );
}

function Rules({ draft, onChange }: StepProps) {
  const items = useStore(attributes, (state) => state.items) ?? [];
  useEffect(() => void fetchAttributes(), []);
  const { rules, match } = draft;
  const set = (next: Draft["rules"]) => onChange({ rules: next });
  return (
    <>
      {rules.length > 1 && <Select label={t("broadcasts.audience.match")} choices={(["all", "any"] as const).map((id) => ({ id, label: t(`contactSettings.match.${id}`) }))} value={match} onChange={(next) => onChange({ match: next })} />}
      <fieldset className="rules">
        <legend className="field-label">{t("contactSettings.rules")}</legend>
        {rules.map((rule, at) => (
          <RuleRow
            key={at} rule={rule} items={items} joint={at > 0 ? t(`contactSettings.match.${match}.word`) : null}
            onChange={(next) => set(rules.with(at, next))} onRemove={rules.length > 1 ? () => set(rules.toSpliced(at, 1)) : undefined}
          />
        ))}
        <div><Button size="sm" icon={PlusIcon} isDisabled={rules.length >= 20} onPress={() => set([...rules, { alias: "language", operator: "is", values: [] }])}>{t("contactSettings.rule.add")}</Button></div>
      </fieldset>
    </>
  );
}

function List({ draft, onChange }: StepProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (file) onChange({ list: { name: file.name, table: textOf(await file.arrayBuffer()) } });
  };
  return (
    <>
      <div className="broadcast-file">
        <Button onPress={() => input.current?.click()}>{t("broadcasts.list.file")}</Button>
        {draft.list.name && <span>{draft.list.name}</span>}
        <input ref={input} type="file" hidden accept=".csv,.txt,text/csv,text/plain" aria-label={t("broadcasts.list.file")} onChange={(event) => void take(event.target.files?.[0])} />
      </div>
      <TextField
        label={t("broadcasts.list")} hint={t("broadcasts.list.hint", { columns: draft.values.length })} placeholder={t("broadcasts.list.example")} multiline rows={8} spellCheck="false"
        value={draft.list.table} onChange={(table) => onChange({ list: { name: draft.list.name, table } })}
      />
    </>
  );
}
