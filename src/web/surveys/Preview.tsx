import { useEffect, useState } from "react";
import type { SurveyDraft, SurveyWords } from "../api/types";
import { languageName } from "../contacts/attributes";
import { t } from "../i18n";
import { IconButton, ReopenIcon } from "../ui";
import { followUp, labelsOf, scoreAt } from "./surveys";

/** The survey as the customer sees it; a press on an answer shows what follows. */
export function Preview({ kind, words }: { kind: SurveyDraft["question"]; words: SurveyWords }) {
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => setChosen(null), [kind]);
  const labels = labelsOf(kind);
  const next = chosen === null ? null : followUp(words, scoreAt(kind, chosen));
  return (
    <aside className="survey-preview" aria-label={t("surveys.preview")}>
      <header>
        <div>
          <h2>{t("surveys.preview")}</h2>
          <p>{languageName(words.language)}</p>
        </div>
        <IconButton size="sm" icon={ReopenIcon} label={t("surveys.preview.again")} onPress={() => setChosen(null)} />
      </header>
      <div className="survey-chat" aria-live="polite">
        <p data-side="agent">{words.question || "…"}</p>
        <span className="survey-choices" data-kind={kind}>
          {labels.map((label, at) => <button key={label} type="button" aria-pressed={chosen === at} onClick={() => setChosen(at)}>{label}</button>)}
        </span>
        {chosen !== null && <p data-side="contact">{labels[chosen]}</p>}
        {next && <p data-side="agent">{next}</p>}
        {next && <p data-side="contact">{t("surveys.preview.comment")}</p>}
        {chosen !== null && words.closing && <p data-side="agent">{words.closing}</p>}
        {chosen !== null && <p className="survey-effect">{t("surveys.preview.end", { score: scoreAt(kind, chosen) })}</p>}
      </div>
      <p className="field-hint">{t("surveys.preview.hint")}</p>
    </aside>
  );
}
