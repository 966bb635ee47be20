import { useEffect, useState } from "react";
import { useLine } from "../administration/useLine";
import { errorText } from "../api/client";
import type { SurveyResults } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { directory } from "../shell/directory";
import { navigate } from "../shell/router";
import { useMay, useSession } from "../shell/session";
import { Button, Callout, EmptyState, IconButton, Page, Section, Select, Skeleton, SmileIcon, Tabs, CloseIcon } from "../ui";
import { Answers } from "./Answers";
import { Distribution, Parts, type PartKind, Trend } from "./Charts";
import { fetchResults, lastDays, type Narrowing, percent, periods } from "./results";
import "./results.css";

const filterOf: Record<PartKind, keyof Narrowing> = { agents: "memberId", teams: "teamId", channels: "channelId", topics: "topicId" };

/** How satisfied customers are, over a time one chooses; each figure leads to the conversations behind it. */
export default function ResultsPage() {
  const may = useMay();
  const mayAll = may("supervise");
  const { member } = useSession();
  const channels = byName(useStore(directory, (state) => state.channels));
  const [days, setDays] = useState<(typeof periods)[number]>("30");
  const [narrowing, setNarrowing] = useState<Narrowing>({});
  const [score, setScore] = useState(0);
  const [kind, setKind] = useState<PartKind>("agents");
  const [results, setResults] = useState<SurveyResults | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const from = lastDays(Number(days));

  useLine();
  useEffect(() => {
    const call = new AbortController();
    fetchResults(lastDays(Number(days)), narrowing, call.signal).then(
      (found) => (setResults(found), setFailure(null)),
      (error: unknown) => void (call.signal.aborted || setFailure(errorText(error))),
    );
    return () => call.abort();
  }, [days, narrowing]);

  const narrow = (part: Narrowing) => (setScore(0), setNarrowing((before) => ({ ...before, ...part })));
  const { total } = results ?? { total: null };
  return (
    <div className="results-scroll">
      <Page title={t("results.title")} lead={mayAll ? t("results.lead") : t("results.lead.own", { name: member.name })} actions={may("manageSettings") && <Button onPress={() => navigate("/settings/csat-surveys")}>{t("results.surveys")}</Button>}>
        <div className="results-filters">
          <Select label={t("results.period")} value={days} onChange={setDays} choices={periods.map((id) => ({ id, label: t(`results.period.${id}`) }))} />
          <Select label={t("results.channel")} value={narrowing.channelId ?? "all"} onChange={(id) => narrow({ channelId: id === "all" ? undefined : id })} choices={[{ id: "all", label: t("results.channel.all") }, ...channels.map(({ id, name }) => ({ id, label: name }))]} />
          <Chosen narrowing={narrowing} onClear={(key) => narrow({ [key]: undefined })} />
        </div>
        {failure && <Callout tone="bad">{failure}</Callout>}
        {!results || !total ? !failure && <Skeleton height={320} />
          : total.asked === 0 ? <EmptyState icon={SmileIcon} title={t("results.empty.title")} text={t(may("manageSettings") ? "results.empty.text" : "results.empty.text.agent")} action={may("manageSettings") && <Button variant="primary" onPress={() => navigate("/settings/csat-surveys")}>{t("results.surveys")}</Button>} />
          : (
            <>
              <dl className="results-figures">
                <Figure name={t("results.csat")} value={percent(total.satisfied, total.answered)} hint={t("results.csat.hint")} isMain />
                <Figure name={t("results.average")} value={total.answered ? (total.sum / total.answered).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) : "–"} hint={t("results.average.hint")} />
                <Figure name={t("results.rate")} value={percent(total.answered, total.asked)} hint={t("results.rate.hint", { count: total.answered, asked: total.asked })} />
                <Figure name={t("results.comments")} value={String(results.comments)} hint={t("results.comments.hint")} />
              </dl>
              <div className="results-charts">
                <Section title={t("results.trend")}><Trend days={results.days} from={from} to={new Date()} /></Section>
                <Section title={t("results.scores")}><Distribution scores={results.scores} chosen={score} onChoose={(one) => setScore(one === score ? 0 : one)} /></Section>
              </div>
              {mayAll && (
                <Section title={t("results.parts")}>
                  <Tabs
                    label={t("results.parts")} selected={kind} onSelect={setKind}
                    pages={(["agents", "teams", "channels", "topics"] as const).map((id) => ({ id, title: t(`results.parts.${id}`), content: <Parts kind={id} parts={results[id]} onChoose={(part) => narrow({ [filterOf[id]]: part })} /> }))}
                  />
                </Section>
              )}
              <Answers key={JSON.stringify([days, narrowing, score])} from={from} narrowing={narrowing} score={score} onScore={setScore} />
              {results.notAsked.length > 0 && (
                <details className="results-missed">
                  <summary>{t("results.notAsked", { count: results.notAsked.reduce((sum, one) => sum + one.count, 0) })}</summary>
                  <ul>{results.notAsked.map((one) => <li key={one.obstacle}><span>{t(`results.notAsked.${one.obstacle}`)}</span> <strong className="tabular">{one.count}</strong></li>)}</ul>
                </details>
              )}
            </>
          )}
      </Page>
    </div>
  );
}

function Figure({ name, value, hint, isMain }: { name: string; value: string; hint: string; isMain?: boolean }) {
  return <div className="results-figure" data-main={isMain || undefined}><dt>{name}</dt><dd className="tabular">{value}</dd><dd className="results-hint">{hint}</dd></div>;
}

/** What one pressed in a table holds until it is taken away. */
function Chosen({ narrowing, onClear }: { narrowing: Narrowing; onClear: (key: keyof Narrowing) => void }) {
  const { members, teams, topics } = useStore(directory, (state) => state);
  const names: Partial<Record<keyof Narrowing, string>> = {
    memberId: narrowing.memberId && members[narrowing.memberId]?.name, teamId: narrowing.teamId && teams[narrowing.teamId]?.name, topicId: narrowing.topicId && topics[narrowing.topicId]?.name,
  };
  return (
    <>
      {(Object.keys(names) as (keyof Narrowing)[]).filter((key) => narrowing[key]).map((key) => (
        <span key={key} className="results-chosen">{names[key] ?? "…"}<IconButton size="sm" icon={CloseIcon} label={t("results.clear", { name: names[key] ?? "" })} onPress={() => onClear(key)} /></span>
      ))}
    </>
  );
}
