import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { SurveyAnswerLine } from "../api/types";
import { t } from "../i18n";
import { fullDate, shortDate } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { Avatar, Button, Callout, Section, Switch } from "../ui";
import { fetchAnswers, type Narrowing } from "./results";

interface AnswersProps { from: Date; narrowing: Narrowing; score: number; onScore: (score: number) => void }

/** The answers behind the figures, the last one first; each opens its conversation. */
export function Answers({ from, narrowing, score, onScore }: AnswersProps) {
  const [onlyComments, setOnlyComments] = useState(false);
  const [items, setItems] = useState<SurveyAnswerLine[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const load = (after: string | null) => fetchAnswers(from, narrowing, score, onlyComments, after).then(
    (page) => (setItems((before) => (after ? [...(before ?? []), ...page.items] : page.items)), setNext(page.next ?? null)),
    (error: unknown) => setFailure(errorText(error)),
  );
  useEffect(() => void load(null), [onlyComments]);
  return (
    <Section
      title={score ? t("results.answers.score", { score }) : t("results.answers")}
      actions={<span className="results-answers-tools">{score > 0 && <Button size="sm" variant="ghost" onPress={() => onScore(0)}>{t("results.answers.all")}</Button>}<Switch label={t("results.answers.comments")} isOn={onlyComments} onChange={setOnlyComments} /></span>}
    >
      {failure && <Callout tone="bad">{failure}</Callout>}
      {items?.length === 0 && <p className="field-hint">{t("results.answers.none")}</p>}
      <ul className="results-answers">{items?.map((one) => <li key={one.id}><Line one={one} /></li>)}</ul>
      {next && <Button size="sm" onPress={() => void load(next)}>{t("results.answers.more")}</Button>}
    </Section>
  );
}

function Line({ one }: { one: SurveyAnswerLine }) {
  const channel = useStore(directory, (state) => state.channels[one.channelId]?.name);
  const at = new Date(one.answeredAt);
  return (
    <Link href={`/inbox/${one.conversationId}`} className="results-answer">
      <span className="score-chip" data-score={one.score} aria-label={t("surveys.score", { score: one.score })} role="img">{one.score}</span>
      <Avatar name={one.contact.name} url={one.contact.avatarUrl} size={28} />
      <span className="results-answer-words">
        <span><strong>{one.contact.name}</strong> <small>{[one.resolverName, channel, t("conversations.number", { number: String(one.number) })].filter(Boolean).join(" · ")}</small></span>
        {one.comment && <q>{one.comment}</q>}
      </span>
      <time dateTime={one.answeredAt} title={fullDate(at)}>{shortDate(at)}</time>
    </Link>
  );
}
