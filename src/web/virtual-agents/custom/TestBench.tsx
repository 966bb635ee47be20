import { useState } from "react";
import { errorText } from "../../api/client";
import type { AgentTest } from "../../api/types";
import { hasText, t } from "../../i18n";
import { Badge, Button, Callout, Section, Select, SendIcon, TextField } from "../../ui";
import { type EventKind, readable, testAgent } from "./agents";
import { Exchange } from "./Exchange";

const kinds: readonly EventKind[] = ["received", "started", "delegated"];

/** Tells the program an event that never happened, and shows what came of it. Nothing is done. */
export function TestBench({ agentId, hasAddress }: { agentId: string; hasAddress: boolean }) {
  const [kind, setKind] = useState<EventKind>("received");
  const [text, setText] = useState(() => t("agents.test.text.example"));
  const [shown, setShown] = useState<AgentTest | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const send = () => {
    setPending(true);
    setFailure(null);
    testAgent(agentId, kind, text, t("agents.test.contact")).then(setShown, (error: unknown) => setFailure(errorText(error))).finally(() => setPending(false));
  };
  return (
    <Section title={t("agents.test")} lead={t("agents.test.lead")}>
      <Select label={t("agents.test.kind")} value={kind} onChange={(id) => setKind(id as EventKind)} choices={kinds.map((id) => ({ id, label: t(`agents.event.${id}`) }))} />
      {kind === "received" && <TextField label={t("agents.test.text")} value={text} onChange={setText} autoComplete="off" maxLength={1000} />}
      <Button variant="secondary" icon={SendIcon} isPending={isPending} isDisabled={!hasAddress} onPress={send}>{t("agents.test.send")}</Button>
      {!hasAddress && <p className="field-hint">{t("agents.test.noAddress")}</p>}
      {failure && <Callout tone="bad">{failure}</Callout>}
      {shown && !failure && <Result shown={shown} />}
    </Section>
  );
}

function Result({ shown }: { shown: AgentTest }) {
  return (
    <div className="agent-result" role="status">
      <p className="agent-verdict">
        <Badge tone={shown.problem ? "bad" : "good"}>{shown.status ?? t("agents.status.none")}</Badge>
        <span>{t("agents.test.time", { count: shown.milliseconds })}</span>
      </p>
      {shown.problem
        ? <Callout tone="warn">{problemText(shown.problem)}</Callout>
        : (
          <ul className="agent-effects" aria-label={t("agents.test.effects")}>
            {shown.lines.length === 0 && <li>{t("agents.line.nothing")}</li>}
            {shown.lines.map((line, at) => <li key={at} data-kind={line.kind}>{lineText(line)}</li>)}
          </ul>
        )}
      <Exchange request={`${Object.entries(shown.headers).map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${readable(shown.body)}`} answer={readable(shown.response)} />
    </div>
  );
}

/** Why a person would have to go on. */
export function problemText(problem: string): string {
  const own = `agents.problem.${problem}`;
  return hasText(own) ? t(own) : hasText(`errors.${problem}`) ? t(`errors.${problem}`) : problem;
}

function lineText({ kind, text, choices, subject }: AgentTest["lines"][number]): string {
  const said = choices.length > 0 ? `${text} [${choices.join("] [")}]` : text;
  const why = kind === "ignored" ? `.${subject}` : kind === "resolved" && text ? ".reason" : "";
  return t(`agents.line.${kind}${why}`, { text: said, subject: subject ?? "" });
}
