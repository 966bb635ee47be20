import { useState } from "react";
import { api } from "../api/client";
import type { Automation, AutomationDraft, AutomationTrial, Finding, Spot } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { useForm } from "../shell/useForm";
import { Badge, Button, Callout, CheckIcon, CloseIcon, Section, TextField } from "../ui";
import { automations } from "./automations";
import { actionClause, clauseOf } from "./sentence";
import { useNames } from "./useNames";

type Judged = Pick<Automation, "filter" | "actions">;
interface Tried { text: string; trials: AutomationTrial[]; draft: AutomationDraft | null }

/** Which of all automations are for a text, and why. */
export function TryAll() {
  const items = useStore(automations, (state) => state.items);
  return <TrialBox draft={null} isReady title={t("automations.try.all")} judgedOf={(trial) => items.find((one) => one.id === trial.id)} />;
}

/** Whether the automation that is being written is for a text, and why. */
export function TryDraft({ draft, isReady }: { draft: AutomationDraft; isReady: boolean }) {
  return <TrialBox draft={draft} isReady={isReady} title={t("automations.try")} judgedOf={(_, asked) => asked ?? undefined} />;
}

interface TrialBoxProps { draft: AutomationDraft | null; isReady: boolean; title: string; judgedOf: (trial: AutomationTrial, asked: AutomationDraft | null) => Judged | undefined }

function TrialBox({ draft, isReady, title, judgedOf }: TrialBoxProps) {
  const [text, setText] = useState("");
  const [tried, setTried] = useState<Tried | null>(null);
  const { isPending, error, submit } = useForm(async () => {
    const { items } = await api.post("/automations/trial", { text, draft: draft && { ...draft, name: draft.name || t("automations.add") } });
    setTried({ text, trials: items, draft });
  });
  const isStale = tried !== null && (tried.text !== text || tried.draft !== draft);
  const none = tried?.trials.every((one) => !one.matches);
  return (
    <Section title={title} lead={t("automations.try.lead")}>
      <div className="trial">
        <TextField label={t("automations.try.text")} placeholder={t("automations.try.example")} value={text} onChange={setText} multiline rows={3} maxLength={10_000} />
        <Button onPress={() => submit()} isPending={isPending} isDisabled={!isReady}>{t("automations.try.action")}</Button>
      </div>
      {error && <Callout tone="bad">{error}</Callout>}
      {tried && (
        <div className="trial-outcome" role="status">
          {isStale && <p className="field-hint">{t("automations.try.stale")}</p>}
          {!tried.draft && none && <p><strong>{t("automations.try.none")}</strong></p>}
          {tried.trials.filter((one) => tried.draft || one.matches).map((one) => <Verdict key={one.id} trial={one} judged={judgedOf(one, tried.draft)} text={tried.text} isNamed={!tried.draft} />)}
        </div>
      )}
    </Section>
  );
}

function Verdict({ trial, judged, text, isNamed }: { trial: AutomationTrial; judged: Judged | undefined; text: string; isNamed: boolean }) {
  const names = useNames();
  return (
    <article className="trial-verdict" data-matches={trial.matches || undefined}>
      <h3>
        {isNamed ? trial.name : t(trial.matches ? "automations.try.matches" : "automations.try.misses")}
        {isNamed && !trial.enabled && <Badge>{t("automations.off")}</Badge>}
      </h3>
      {trial.matches && judged && <p>{judged.actions.map((action) => actionClause(action, names)).join(", ")}</p>}
      <ul>
        {trial.groups.flatMap((findings, group) => findings.map((finding, at) => {
          const condition = judged?.filter.groups[group]?.conditions[at];
          return <Found key={`${group} ${at}`} finding={finding} clause={condition ? clauseOf(condition) : ""} />;
        }))}
      </ul>
      <p className="trial-text">{marked(text, trial.groups.flat().flatMap((finding) => finding.spots))}</p>
    </article>
  );
}

function Found({ finding: { holds, words }, clause }: { finding: Finding; clause: string }) {
  const Drawn = holds ? CheckIcon : CloseIcon;
  return (
    <li data-holds={holds || undefined}>
      <Drawn size={15} /> <span className="visually-hidden">{t(holds ? "automations.try.holds" : "automations.try.fails")}</span>
      {clause}{words !== null && ` ${t("automations.try.words", { count: words })}`}
    </li>
  );
}

/** The text with what was found in it; what overlaps is marked once. */
function marked(text: string, spots: readonly Spot[]) {
  const parts: (string | { text: string; at: number })[] = [];
  let from = 0;
  for (const { at, length } of [...spots].sort((a, b) => a.at - b.at || b.length - a.length)) {
    if (at < from) continue;
    parts.push(text.slice(from, at), { text: text.slice(at, at + length), at });
    from = at + length;
  }
  parts.push(text.slice(from));
  return parts.map((part) => (typeof part === "string" ? part : <mark key={part.at}>{part.text}</mark>));
}
