import { useEffect, useRef, useState } from "react";
import { errorText } from "../api/client";
import type { Holiday } from "../api/types";
import { currentLanguage, t } from "../i18n";
import { Button, Checkbox, CloseIcon, DownloadIcon, IconButton, PlusIcon, Section, Select, toast } from "../ui";
import { publicHolidays, readCalendar, withHolidays } from "./hours";
import { Ranges } from "./Ranges";

interface HolidaysProps { zone: string; holidays: Holiday[]; onChange: (holidays: Holiday[]) => void }

/** Days that are not like their weekday: one's own, a country's, or those of a calendar file. */
export function Holidays({ zone, holidays, onChange }: HolidaysProps) {
  const file = useRef<HTMLInputElement>(null);
  const take = (found: readonly Holiday[]) => {
    const all = withHolidays(holidays, found);
    onChange(all);
    toast(t("hours.holidays.taken", { count: all.length - holidays.length }));
  };
  const read = (chosen: File | undefined) => chosen && readCalendar(chosen).then(({ items }) => take(items), (error: unknown) => toast(errorText(error), { tone: "bad" }));
  const set = (at: number, change: Partial<Holiday>) => onChange(holidays.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const add = () => onChange([...holidays, { name: "", date: new Date().toISOString().slice(0, 10), everyYear: false, hours: [] }]);

  return (
    <Section title={t("hours.holidays")} lead={t("hours.holidays.lead")}>
      <div className="holiday-sources">
        <Button icon={PlusIcon} onPress={add}>{t("hours.holidays.add")}</Button>
        <Country zone={zone} onTake={take} />
        <Button icon={DownloadIcon} onPress={() => file.current?.click()}>{t("hours.holidays.calendar")}</Button>
        <input ref={file} type="file" accept=".ics,text/calendar" hidden onChange={(event) => (void read(event.target.files?.[0]), (event.target.value = ""))} />
      </div>
      {holidays.length > 0 && (
        <ul className="holidays">
          {holidays.map((day, index) => (
            <li key={index}>
              <input className="field-input" required maxLength={120} aria-label={t("hours.holiday.name")} placeholder={t("hours.holiday.name")} value={day.name} onChange={(event) => set(index, { name: event.target.value })} />
              <input className="field-input" type="date" required aria-label={t("hours.holiday.date", { name: day.name })} value={day.date} onChange={(event) => set(index, { date: event.target.value })} />
              <Checkbox label={t("hours.holiday.everyYear")} isOn={day.everyYear} onChange={(everyYear) => set(index, { everyYear })} />
              <Ranges of={day.name} ranges={day.hours ?? []} onChange={(ranges) => set(index, { hours: ranges })} />
              <IconButton icon={CloseIcon} size="sm" label={t("hours.holiday.remove", { name: day.name })} onPress={() => onChange(holidays.filter((_, other) => other !== index))} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The country of most who choose the zone comes first. */
const homes: Record<string, string> = { "Europe/Paris": "FR", "Europe/Brussels": "BE", "Europe/Zurich": "CH", "Europe/Luxembourg": "LU", "Europe/London": "GB", "Europe/Berlin": "DE", "Europe/Madrid": "ES", "Europe/Rome": "IT" };

/** The public holidays of a country, taken in with one press. */
function Country({ zone, onTake }: { zone: string; onTake: (holidays: Holiday[]) => void }) {
  const [codes, setCodes] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const names = new Intl.DisplayNames(currentLanguage(), { type: "region" });
  const country = chosen ?? homes[zone] ?? "FR";
  useEffect(() => void publicHolidays("FR").then(({ countries }) => setCodes(countries), () => {}), []);
  const take = () => void publicHolidays(country).then(({ items }) => onTake(items), (error: unknown) => toast(errorText(error), { tone: "bad" }));
  const choices = codes.map((id) => ({ id, label: names.of(id) ?? id })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <span className="holiday-country">
      <Select label={t("hours.holidays.country")} hideLabel choices={choices} value={country} onChange={setChosen} />
      <Button icon={PlusIcon} onPress={take}>{t("hours.holidays.public")}</Button>
    </span>
  );
}
