import type { Timetable } from "../api/types";

/** The open stretches of one day on a line of 24 hours. */
export function DayStrip({ day }: { day: Timetable["week"][number] }) {
  return (
    <span className="day-strip" aria-hidden="true">
      {day.map(({ from, to }) => {
        const end = to > from ? to : 1440;
        return <i key={from} style={{ insetInlineStart: `${from / 14.4}%`, inlineSize: `${(end - from) / 14.4}%` }} />;
      })}
    </span>
  );
}

/** A whole week at a glance: a line for each day. */
export const WeekStrip = ({ week, label }: { week: Timetable["week"]; label: string }) => (
  <span className="week-strip" role="img" aria-label={label} title={label}>{week.map((day, index) => <DayStrip key={index} day={day} />)}</span>
);
