import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { ContactAttribute, ScriptStep } from "../api/types";
import { attributeName } from "../contacts/attributes";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { ArrowDownIcon, ArrowUpIcon, Button, IconButton, PlusIcon, Select, TextField, TrashIcon } from "../ui";
import { Answers } from "./Answers";
import { moved, newStep, without } from "./responders";

const kinds = ["statement", "question", "handOver", "resolve"] as const;

interface BuilderProps { steps: readonly ScriptStep[]; onChange: (steps: ScriptStep[]) => void; waitsAt: string | null }

/** The steps of a script, in their order. */
export function ScriptBuilder({ steps, onChange, waitsAt }: BuilderProps) {
  const attributes = useAttributes();
  const change = (step: ScriptStep) => onChange(steps.map((one) => (one.id === step.id ? step : one)));
  return (
    <>
      <ol className="script-steps">
        {steps.map((step, at) => (
          <li key={step.id} className="script-step" data-kind={step.kind} data-waits={step.id === waitsAt || undefined} aria-label={t("responders.step", { step: at + 1 })}>
            <header>
              <span className="step-place tabular">{at + 1}</span>
              <Select label={t("responders.step.kind", { step: at + 1 })} hideLabel choices={kinds.map((id) => ({ id, label: t(`responders.kind.${id}`) }))} value={step.kind} onChange={(kind) => change({ ...step, kind })} />
              <span className="step-tools">
                <IconButton size="sm" icon={ArrowUpIcon} label={t("responders.step.up", { step: at + 1 })} isDisabled={at === 0} onPress={() => onChange(moved(steps, at, at - 1))} />
                <IconButton size="sm" icon={ArrowDownIcon} label={t("responders.step.down", { step: at + 1 })} isDisabled={at === steps.length - 1} onPress={() => onChange(moved(steps, at, at + 1))} />
                <IconButton size="sm" icon={TrashIcon} label={t("responders.step.remove", { step: at + 1 })} onPress={() => onChange(without(steps, step.id))} />
              </span>
            </header>
            <StepFields step={step} steps={steps} attributes={attributes} onChange={change} />
          </li>
        ))}
      </ol>
      <div className="script-add">
        {(["statement", "question"] as const).map((kind) => (
          <Button key={kind} size="sm" icon={PlusIcon} onPress={() => onChange([...steps, newStep(kind)])}>{t(`responders.add.${kind}`)}</Button>
        ))}
        <Button size="sm" variant="ghost" icon={PlusIcon} onPress={() => onChange([...steps, newStep("handOver")])}>{t("responders.add.end")}</Button>
      </div>
    </>
  );
}

interface FieldsProps { step: ScriptStep; steps: readonly ScriptStep[]; attributes: readonly ContactAttribute[]; onChange: (step: ScriptStep) => void }

function StepFields({ step, steps, attributes, onChange }: FieldsProps) {
  const reasons = useStore(directory, (state) => state.resolveReasons);
  const isQuestion = step.kind === "question";
  return (
    <>
      <TextField
        label={t(`responders.text.${step.kind}`)} hideLabel multiline rows={2} placeholder={t(`responders.text.${step.kind}.example`)} value={step.text} maxLength={1000}
        onChange={(text) => onChange({ ...step, text })}
      />
      {isQuestion && <Answers step={step} steps={steps} onChange={onChange} />}
      {isQuestion && (
        <div className="step-pair">
          <Select
            label={t("responders.attribute")} value={step.attribute ?? "none"} onChange={(id) => onChange({ ...step, attribute: id === "none" ? null : id })}
            choices={[{ id: "none", label: t("responders.attribute.none") }, ...attributes.map((one) => ({ id: one.alias, label: attributeName(one.alias, one.name) }))]}
          />
          {(step.attribute || (step.answers ?? []).length > 0) && (
            <TextField label={t("responders.retry")} placeholder={t("responders.retry.example")} value={step.retryText ?? ""} onChange={(retryText) => onChange({ ...step, retryText: retryText || null })} maxLength={1000} autoComplete="off" />
          )}
        </div>
      )}
      {step.kind === "resolve" && (
        <Select
          label={t("responders.reason")} value={step.reasonId ?? "none"} onChange={(id) => onChange({ ...step, reasonId: id === "none" ? null : id })}
          choices={[{ id: "none", label: t("responders.reason.none") }, ...Object.values(reasons ?? {}).filter((one) => one.isUsed && !one.isArchived).map(({ id, name }) => ({ id, label: name }))]}
        />
      )}
      {(step.kind === "statement" || isQuestion) && <NextStep step={step} steps={steps} value={step.next ?? null} onChange={(next) => onChange({ ...step, next })} />}
    </>
  );
}

interface NextProps { step: ScriptStep; steps: readonly ScriptStep[]; value: string | null; onChange: (next: string | null) => void; label?: string }

/** Where the script goes on. */
export function NextStep({ step, steps, value, onChange, label }: NextProps) {
  const others = steps.map((one, at) => ({ ...one, at })).filter((one) => one.id !== step.id);
  return (
    <Select
      label={label ?? t("responders.next")} value={value ?? "following"} onChange={(id) => onChange(id === "following" ? null : id)}
      choices={[{ id: "following", label: t("responders.next.following") }, ...others.map((one) => ({ id: one.id, label: `${one.at + 1}. ${one.text.slice(0, 40) || t(`responders.kind.${one.kind}`)}` }))]}
    />
  );
}

/** What a question may fill in: whatever the channel or the customer file does not keep for itself. */
function useAttributes() {
  const [all, setAll] = useState<readonly ContactAttribute[]>([]);
  useEffect(() => void api.get("/contact-attributes").then(({ items }) => setAll(items.filter((one) => one.isOn && !one.managedByCrm)), () => {}), []);
  return all;
}
