import { type FormEvent, useEffect, useRef, useState } from "react";
import { api, ApiError, errorText } from "../api/client";
import type { ResponderDraft, ScriptRehearsal } from "../api/types";
import { languageName } from "../contacts/attributes";
import { t } from "../i18n";
import { Button, Callout, ClockIcon, IconButton, ReopenIcon, SendIcon } from "../ui";
import type { Shown } from "./Scripts";

type Line = ScriptRehearsal["lines"][number];
interface Act { text: string | null; isSilent: boolean }

const settleMs = 350;

interface SimulatorProps { draft: ResponderDraft; shown: Shown; channelId: string | null; onWait: (stepId: string | null) => void }

/** The administrator is the customer: the server plays the script as it stands in the editor, by the very rules of real conversations. */
export function Simulator({ draft, shown, channelId, onWait }: SimulatorProps) {
  const [acts, setActs] = useState<Act[]>([]);
  const [played, setPlayed] = useState<ScriptRehearsal | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isOver = false;
    const later = setTimeout(() => {
      const question = { draft: { ...draft, name: draft.name || "…" }, language: shown.language, isOpen: shown.isOpen, channelId, contactName: t("responders.try.contact"), acts };
      api.post("/auto-responders/rehearsals", question).then(
        (answer) => {
          if (isOver) return;
          setPlayed(answer);
          setFailure(null);
          onWait(answer.waitsAt ?? null);
        },
        (refused: unknown) => {
          if (isOver) return;
          setFailure(errorText(refused));
          if (refused instanceof ApiError) onWait(null);
        },
      );
    }, settleMs);
    return () => {
      isOver = true;
      clearTimeout(later);
    };
  }, [draft, shown.language, shown.isOpen, channelId, acts]);
  useEffect(() => void end.current?.scrollTo({ top: end.current.scrollHeight }), [played]);

  const act = (one: Act) => setActs((before) => [...before, one]);
  const write = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) act({ text: typed.trim(), isSilent: false });
    setTyped("");
  };
  const isWaiting = !!played?.waitsAt && !failure;
  return (
    <aside className="simulator" aria-label={t("responders.try")}>
      <header>
        <div>
          <h2>{t("responders.try")}</h2>
          <p>{languageName(shown.language)} · {t(`responders.hours.${shown.isOpen ? "open" : "closed"}`)}</p>
        </div>
        <IconButton size="sm" icon={ReopenIcon} label={t("responders.try.again")} onPress={() => setActs([])} />
      </header>
      <div className="simulator-lines" ref={end} role="log" tabIndex={0} aria-label={t("responders.try.log")}>
        {failure ? <Callout tone="warn">{failure}</Callout> : played?.lines.map((line, at) => (
          <LineView key={at} line={line} onChoose={at === lastSaid(played.lines) && isWaiting ? (text) => act({ text, isSilent: false }) : undefined} />
        ))}
      </div>
      <form className="simulator-composer" onSubmit={write}>
        <input className="field-input" aria-label={t("responders.try.write")} placeholder={t("responders.try.write")} value={typed} onChange={(event) => setTyped(event.target.value)} disabled={!isWaiting} />
        <IconButton icon={SendIcon} label={t("responders.try.send")} type="submit" isDisabled={!isWaiting} />
      </form>
      <Button size="sm" variant="ghost" icon={ClockIcon} isDisabled={!isWaiting} onPress={() => act({ text: null, isSilent: true })}>{t("responders.try.silent")}</Button>
    </aside>
  );
}

const lastSaid = (lines: readonly Line[]) => lines.findLastIndex((line) => line.kind === "said");

function LineView({ line, onChoose }: { line: Line; onChoose?: (text: string) => void }) {
  if (line.kind === "said" || line.kind === "wrote") {
    return (
      <>
        <p className="simulator-bubble" data-side={line.kind === "said" ? "agent" : "contact"}>{line.text || "…"}</p>
        {line.choices.length > 0 && (
          <span className="simulator-choices">
            {line.choices.map((choice) => <button key={choice} type="button" disabled={!onChoose} onClick={() => onChoose?.(choice)}>{choice}</button>)}
          </span>
        )}
      </>
    );
  }
  const why = line.kind === "handedOver" ? `.${line.subject}` : line.kind === "resolved" && line.text ? ".reason" : line.kind === "silent" ? ".done" : "";
  return <p className="simulator-effect" data-kind={line.kind}>{t(`responders.try.${line.kind}${why}`, { text: line.text, subject: line.subject ?? "" })}</p>;
}
