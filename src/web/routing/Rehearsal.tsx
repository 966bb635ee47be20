import { useState } from "react";
import { errorText } from "../api/client";
import type { GroupRehearsed, Rehearsed, Standing } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { Badge, Button, Callout, ChevronRightIcon, Section } from "../ui";
import "./Rehearsal.css";

interface RehearsalProps<Question> { question: Question; ask: (question: Question) => Promise<Rehearsed | GroupRehearsed>; isReady: boolean }

/** Before it is saved: what it would have changed on the conversations of the last thirty days. */
export function Rehearsal<Question>({ question, ask, isReady }: RehearsalProps<Question>) {
  const [result, setResult] = useState<{ asked: string; answer: Rehearsed | GroupRehearsed } | null>(null);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const asked = JSON.stringify(question);
  const rehearse = async () => {
    setPending(true);
    setError(null);
    await ask(question).then((answer) => setResult({ asked, answer }), (refused: unknown) => setError(errorText(refused)));
    setPending(false);
  };
  return (
    <Section title={t("routing.rehearsal")} lead={t("routing.rehearsal.lead")} actions={<Button isDisabled={!isReady} isPending={isPending} onPress={() => void rehearse()}>{t("routing.rehearsal.action")}</Button>}>
      {error && <Callout tone="bad">{error}</Callout>}
      {result && <Outcome answer={result.answer} isStale={result.asked !== asked} />}
    </Section>
  );
}

/** Of a contact group also who would come and go. */
function Outcome({ answer: whole, isStale }: { answer: Rehearsed | GroupRehearsed; isStale: boolean }) {
  const group = "routing" in whole ? whole : null;
  const answer = "routing" in whole ? whole.routing : whole;
  return (
    <div className="rehearsal" data-stale={isStale || undefined} role="status">
      {isStale && <p className="field-hint">{t("routing.rehearsal.stale")}</p>}
      {group && <p><strong>{group.joining + group.leaving === 0 ? t("routing.rehearsal.group.none") : `${t("routing.rehearsal.group.joining", { count: group.joining })} ${t("routing.rehearsal.group.leaving", { count: group.leaving })}`}</strong></p>}
      <p><strong>{answer.changed === 0 ? t("routing.rehearsal.none", { count: answer.examined }) : t("routing.rehearsal.changed", { count: answer.changed, of: answer.examined })}</strong>{answer.isCut && ` ${t("routing.rehearsal.cut")}`}</p>
      {answer.moves.length > 0 && (
        <ul className="rehearsal-moves">
          {answer.moves.map((move) => <li key={JSON.stringify([move.from, move.to])}><Badge>{move.count.toLocaleString(document.documentElement.lang)}</Badge> <Place standing={move.from} /> <ChevronRightIcon size={14} aria-label={t("routing.rehearsal.becomes")} aria-hidden={false} role="img" /> <Place standing={move.to} /></li>)}
        </ul>
      )}
      {answer.examples.length > 0 && (
        <details>
          <summary>{t("routing.rehearsal.examples", { count: answer.examples.length })}</summary>
          <ul className="rehearsal-moves">
            {answer.examples.map((one) => <li key={one.id}><Link href={`/inbox/${one.id}`}>{t("conversations.number", { number: String(one.number) })} {one.contact}</Link> <Place standing={one.from} /> <ChevronRightIcon size={14} aria-label={t("routing.rehearsal.becomes")} aria-hidden={false} role="img" /> <Place standing={one.to} /></li>)}
          </ul>
        </details>
      )}
    </div>
  );
}

function Place({ standing: { teamIds, priority } }: { standing: Standing }) {
  const teams = useStore(directory, (state) => state.teams);
  const words = teamIds.length === 0 ? t("routing.everyone") : teamIds.map((id) => teams[id]?.name ?? "…").join(", ");
  return <span>{words}{priority > 0 && <> · {t("routing.priority.of", { priority })}</>}</span>;
}
