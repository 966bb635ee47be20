import { useState } from "react";
import { api } from "../api/client";
import type { AutomationDraft, AutomationRehearsed, RehearsedMessage } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { Link } from "../shell/router";
import { useForm } from "../shell/useForm";
import { Badge, Button, Callout, Section } from "../ui";
import "../routing/Rehearsal.css";

/** Before it is saved: what it would have done with the last messages that came in. */
export function Rehearsal({ draft, isReady }: { draft: AutomationDraft; isReady: boolean }) {
  const [result, setResult] = useState<{ asked: AutomationDraft; answer: AutomationRehearsed } | null>(null);
  const { isPending, error, submit } = useForm(async () => setResult({ asked: draft, answer: await api.post("/automations/rehearsal", { ...draft, name: draft.name || t("automations.add") }) }));
  return (
    <Section title={t("routing.rehearsal")} lead={t("automations.rehearsal.lead")} actions={<Button isDisabled={!isReady} isPending={isPending} onPress={() => submit()}>{t("routing.rehearsal.action")}</Button>}>
      {error && <Callout tone="bad">{error}</Callout>}
      {result && <Outcome answer={result.answer} isStale={result.asked !== draft} />}
    </Section>
  );
}

function Outcome({ answer, isStale }: { answer: AutomationRehearsed; isStale: boolean }) {
  const counts = (["tagged", "filed", "resolved"] as const).filter((what) => answer[what] > 0);
  return (
    <div className="rehearsal" data-stale={isStale || undefined} role="status">
      {isStale && <p className="field-hint">{t("routing.rehearsal.stale")}</p>}
      <p><strong>{answer.messages === 0 ? t("automations.rehearsal.nothing") : t("automations.rehearsal.matched", { count: answer.matched, of: answer.messages })}</strong></p>
      {counts.length > 0 && <ul className="rehearsal-moves">{counts.map((what) => <li key={what}>{t(`automations.rehearsal.${what}`, { count: answer[what] })}</li>)}</ul>}
      {answer.examples.length > 0 && (
        <details>
          <summary>{t("routing.rehearsal.examples", { count: answer.examples.length })}</summary>
          <ul className="rehearsal-moves">{answer.examples.map((one) => <Example key={one.id} message={one} />)}</ul>
        </details>
      )}
    </div>
  );
}

function Example({ message }: { message: RehearsedMessage }) {
  return (
    <li>
      <Link href={`/inbox/${message.conversationId}`}>{t("conversations.number", { number: String(message.number) })} {message.contact}</Link>
      <q>{message.text}</q>
      {message.tagged && <Badge>{t("automations.rehearsal.tag")}</Badge>}
      {message.filed && <Badge tone="accent">{t("automations.rehearsal.topic")}</Badge>}
      {message.resolved && <Badge tone="good">{t("automations.rehearsal.resolve")}</Badge>}
      <time dateTime={message.at} className="field-hint">{momentOf(new Date(message.at))}</time>
    </li>
  );
}
