import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { PriorityKind, PriorityRule, Visibility } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { byPath } from "../topics/topics";
import { Button, Callout, CloseIcon, IconButton, Page, Section, Select, toast } from "../ui";
import { Rehearsal } from "./Rehearsal";
import { fetchRouting, routing } from "./rules";
import "./routing.css";

/** What comes first: each thing that matches adds its weight. */
export default function PrioritizationPage() {
  const [saved, setSaved] = useState<PriorityRule[] | null>(null);
  useEffect(() => {
    void fetchRouting();
    void api.get("/prioritization").then(({ rules }) => setSaved(rules));
  }, []);
  return saved && <Editor rules={saved} />;
}

function Editor({ rules: saved }: { rules: PriorityRule[] }) {
  const [rules, setRules] = useState(saved);
  const { topics, channels } = useStore(directory, (state) => state);
  const groups = useStore(routing, (state) => state.groups);
  const { isPending, error, submit } = useForm(async () => {
    const answer = await api.put("/prioritization", { rules });
    setRules(answer.rules);
    toast(t("routing.priority.saved"), { tone: "good" });
  });
  const choices: Record<PriorityKind, { id: string; label: string }[]> = {
    topic: byPath(topics).filter((one) => one.active).map((one) => ({ id: one.id, label: one.path })),
    contactGroup: Object.entries(groups).map(([id, label]) => ({ id, label })),
    channel: Object.values(channels).map((one) => ({ id: one.id, label: one.name })),
  };

  return (
    <Page title={t("routing.prioritization")} lead={t("routing.prioritization.lead")}>
      <form className="rule-form" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        {rules.length === 0 && <Callout title={t("routing.priority.empty.title")}>{t("routing.priority.empty.text")}</Callout>}
        {(["topic", "contactGroup", "channel"] as const).map((kind) => (
          <Section key={kind} title={t(`routing.priority.${kind}`)} lead={t(`routing.priority.${kind}.lead`)}>
            <Weighted kind={kind} choices={choices[kind]} rules={rules} onChange={setRules} />
          </Section>
        ))}
        <Rehearsal question={{ rules }} ask={(question) => api.post("/prioritization/rehearsal", question)} isReady />
        <div className="form-end"><Button variant="primary" type="submit" isPending={isPending}>{t("routing.save")}</Button></div>
      </form>
    </Page>
  );
}

const weights = Array.from({ length: 10 }, (_, at) => ({ id: String(at + 1), label: `+ ${at + 1}` }));

interface WeightedProps { kind: PriorityKind; choices: { id: string; label: string }[]; rules: PriorityRule[]; onChange: (rules: PriorityRule[]) => void }

function Weighted({ kind, choices, rules, onChange }: WeightedProps) {
  const mine = rules.filter((rule) => rule.kind === kind);
  const free = choices.filter((one) => !mine.some((rule) => rule.id === one.id));
  const change = (id: string, next: Partial<PriorityRule>) => onChange(rules.map((rule) => (rule.kind === kind && rule.id === id ? { ...rule, ...next } : rule)));
  const add = (id: string) => onChange([...rules, { kind, id, visibility: null, weight: 1 }]);
  return (
    <div className="weights">
      {mine.map((rule) => {
        const name = choices.find((one) => one.id === rule.id)?.label ?? "…";
        return (
          <div key={rule.id} className="weight-row">
            <span className="truncate">{name}</span>
            {kind === "channel" && <Select label={t("routing.priority.which", { name })} hideLabel value={rule.visibility ?? "both"} onChange={(id) => change(rule.id, { visibility: id === "both" ? null : id as Visibility })} choices={["both", "private", "public"].map((id) => ({ id, label: t(`routing.visibility.${id}`) }))} />}
            <Select label={t("routing.priority.weight", { name })} hideLabel value={String(rule.weight)} onChange={(weight) => change(rule.id, { weight: Number(weight) })} choices={weights} />
            <IconButton icon={CloseIcon} size="sm" label={t("routing.priority.remove", { name })} onPress={() => onChange(rules.filter((one) => one !== rule))} />
          </div>
        );
      })}
      {choices.length === 0 ? <p className="field-hint">{t(`routing.none.${kind}`)}</p>
        : free.length > 0 && <Select key={mine.length} label={t(`routing.priority.${kind}.add`)} hideLabel placeholder={t(`routing.priority.${kind}.add`)} value={null} onChange={add} choices={free} />}
    </div>
  );
}
