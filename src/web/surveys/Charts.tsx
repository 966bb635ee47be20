import { useState } from "react";
import type { SurveyResults } from "../api/types";
import { locale, t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Button, type Column, Table } from "../ui";
import { type Bar, barsOf, percent } from "./results";

export type PartKind = "agents" | "teams" | "channels" | "topics";
type Part = SurveyResults["agents"][number];

const dateText = (day: string) => new Date(`${day}T12:00:00Z`).toLocaleDateString(locale(), { day: "numeric", month: "short" });

/** Answers over time: how many, and how many of them satisfied. The same as a table, for whoever prefers numbers. */
export function Trend({ days, from, to }: { days: SurveyResults["days"]; from: Date; to: Date }) {
  const [isTable, setTable] = useState(false);
  const bars = barsOf(days, from, to);
  return (
    <>
      {isTable ? <TrendTable bars={bars} /> : <TrendChart bars={bars} />}
      <Button size="sm" variant="ghost" onPress={() => setTable(!isTable)}>{t(isTable ? "results.chart" : "results.table")}</Button>
    </>
  );
}

function TrendChart({ bars }: { bars: readonly Bar[] }) {
  const top = Math.max(1, ...bars.map((bar) => bar.answered));
  const [width, height] = [Math.max(bars.length * 24, 240), 140];
  const step = width / bars.length;
  return (
    <figure className="trend">
      <svg viewBox={`0 0 ${width} ${height + 4}`} preserveAspectRatio="none" role="img" aria-label={t("results.trend.summary", { answered: bars.reduce((sum, bar) => sum + bar.answered, 0), satisfied: bars.reduce((sum, bar) => sum + bar.satisfied, 0) })}>
        {[0.25, 0.5, 0.75, 1].map((line) => <line key={line} x1={0} x2={width} y1={height - line * height + 2} y2={height - line * height + 2} className="trend-line" />)}
        {bars.map((bar, at) => {
          const [whole, good] = [(bar.answered / top) * height, (bar.satisfied / top) * height];
          return (
            <g key={bar.from}>
              <title>{t("results.trend.bar", { date: dateText(bar.from), answered: bar.answered, satisfied: bar.satisfied, csat: percent(bar.satisfied, bar.answered) })}</title>
              <rect x={at * step} y={0} width={step} height={height + 4} className="trend-hit" />
              <rect x={at * step + step * 0.18} y={height - whole + 2} width={step * 0.64} height={whole} rx={2} className="trend-other" />
              <rect x={at * step + step * 0.18} y={height - good + 2} width={step * 0.64} height={good} rx={2} className="trend-good" />
            </g>
          );
        })}
      </svg>
      <figcaption><span>{dateText(bars[0]!.from)}</span><span className="trend-key"><i data-part="good" />{t("results.satisfied")}<i data-part="other" />{t("results.others")}</span><span>{dateText(bars.at(-1)!.from)}</span></figcaption>
    </figure>
  );
}

function TrendTable({ bars }: { bars: readonly Bar[] }) {
  return (
    <Table
      label={t("results.trend")} rows={bars.filter((bar) => bar.asked > 0)} rowId={(bar) => bar.from}
      columns={[
        { id: "date", title: t("results.date"), cell: (bar) => dateText(bar.from) },
        { id: "asked", title: t("results.asked"), align: "end", cell: (bar) => <span className="tabular">{bar.asked}</span> },
        { id: "answered", title: t("results.answered"), align: "end", cell: (bar) => <span className="tabular">{bar.answered}</span> },
        { id: "csat", title: t("results.csat"), align: "end", cell: (bar) => <span className="tabular">{percent(bar.satisfied, bar.answered)}</span> },
      ]}
    />
  );
}

/** How often each score was given; a press shows the answers with it. */
export function Distribution({ scores, chosen, onChoose }: { scores: readonly number[]; chosen: number; onChoose: (score: number) => void }) {
  const all = scores.reduce((sum, count) => sum + count, 0);
  return (
    <ul className="scores">
      {[5, 4, 3, 2, 1].map((score) => {
        const count = scores[score - 1] ?? 0;
        return (
          <li key={score}>
            <button type="button" aria-pressed={chosen === score} disabled={count === 0} onClick={() => onChoose(score)} aria-label={t("results.score.label", { score, count, percent: percent(count, all) })}>
              <span className="score-chip" data-score={score}>{score}</span>
              <span className="score-bar"><i style={{ inlineSize: `${all ? (count / all) * 100 : 0}%` }} data-score={score} /></span>
              <span className="tabular">{percent(count, all)}</span>
              <span className="tabular score-count">{count}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The same figures for each agent, team, channel or topic; a press narrows the page to it. */
export function Parts({ kind, parts, onChoose }: { kind: PartKind; parts: readonly Part[]; onChoose: (id: string) => void }) {
  const { members, teams, channels, topics } = useStore(directory, (state) => state);
  const named: Record<PartKind, Record<string, { name: string } | undefined>> = { agents: members, teams, channels, topics };
  const nameOf = (part: Part) => part.id ? named[kind][part.id]?.name ?? t("results.gone") : t("results.nobody");
  const columns: Column<Part>[] = [
    { id: "name", title: t(`results.parts.${kind}`), cell: (part) => part.id && named[kind][part.id] ? <button type="button" className="results-part" onClick={() => onChoose(part.id!)}>{nameOf(part)}</button> : nameOf(part) },
    { id: "csat", title: t("results.csat"), cell: (part) => <Meter part={part} /> },
    { id: "average", title: t("results.average"), align: "end", isMinor: true, cell: (part) => <span className="tabular">{part.answered ? (part.sum / part.answered).toLocaleString(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }) : "–"}</span> },
    { id: "answered", title: t("results.answered"), align: "end", cell: (part) => <span className="tabular">{part.answered}</span> },
    { id: "rate", title: t("results.rate"), align: "end", isMinor: true, cell: (part) => <span className="tabular">{percent(part.answered, part.asked)}</span> },
  ];
  return parts.length === 0 ? <p className="field-hint">{t("results.parts.none")}</p> : <Table label={t(`results.parts.${kind}`)} columns={columns} rows={parts} rowId={(part) => part.id ?? "nobody"} />;
}

function Meter({ part }: { part: Part }) {
  return <span className="results-meter"><span><i style={{ inlineSize: `${part.answered ? (part.satisfied / part.answered) * 100 : 0}%` }} /></span><span className="tabular">{percent(part.satisfied, part.answered)}</span></span>;
}
