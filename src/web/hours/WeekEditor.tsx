import type { Timetable } from "../api/types";
import { currentLanguage, t } from "../i18n";
import { CopyIcon, IconButton, Menu } from "../ui";
import { dayName, weekdays } from "./hours";
import { Ranges } from "./Ranges";
import { DayStrip } from "./WeekStrip";

type Week = Timetable["week"];

/** Seven days, each with its ranges; a day can be copied to the others. */
export function WeekEditor({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const set = (day: number, ranges: Week[number]) => onChange(week.map((one, index) => (index === day ? ranges : one)));
  const copy = (day: number, to: (other: number) => boolean) => onChange(week.map((one, index) => (to(index) ? [...week[day]!] : one)));
  return (
    <ul className="week-editor">
      {weekdays.map((day) => {
        const name = dayName(day, currentLanguage());
        const ranges = week[day] ?? [];
        return (
          <li key={day} data-closed={ranges.length === 0 || undefined}>
            <span className="week-day"><strong>{name}</strong><DayStrip day={ranges} /></span>
            <Ranges of={name} ranges={ranges} onChange={(next) => set(day, next)} />
            <Menu
              label={t("hours.copy.of", { day: name })} placement="bottom end"
              trigger={<IconButton icon={CopyIcon} size="sm" label={t("hours.copy.of", { day: name })} />}
              groups={[{ id: "copy", entries: [
                { id: "workdays", label: t("hours.copy.workdays"), onAction: () => copy(day, (other) => other < 5) },
                { id: "all", label: t("hours.copy.all"), onAction: () => copy(day, () => true) },
                ...(ranges.length > 0 ? [{ id: "close", label: t("hours.copy.close"), onAction: () => set(day, []) }] : []),
              ] }]}
            />
          </li>
        );
      })}
    </ul>
  );
}
