import { api } from "../api/client";
import type { BusinessHours, Holiday, OpenRange, Timetable } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** All business hours, by name; null until a page needs them. */
export const hours = createStore<{ items: BusinessHours[] | null }>({ items: null });

export const fetchHours = async () => hours.set({ items: (await api.get("/business-hours")).items });

const refetch = () => void (hours.get().items && fetchHours().catch(() => {}));
follow({ apply: (event) => ["businessHoursChanged", "channelChanged"].includes(event.kind) && refetch(), refetch });

export interface HoursForm { name: string; timetable: Timetable; channelIds: string[] }

/** The key makes a repetition after a lost answer find the same hours. */
export const addHours = (form: HoursForm, move: boolean, key: string) => api.post("/business-hours", { ...form, move }, key);
export const changeHours = (id: string, form: HoursForm, move: boolean) => api.patch(`/business-hours/${id}`, { ...form, move });
export const removeHours = (id: string) => api.delete(`/business-hours/${id}`);
export const keepHours = (channelId: string, hoursId: string | null) => api.put(`/channels/${channelId}/business-hours`, { hoursId });

export const publicHolidays = (country: string) => api.get(`/public-holidays?country=${country}`);

export const readCalendar = (file: File) => api.upload("/public-holidays/calendar", file);

const office: OpenRange = { from: 540, to: 1080 };

export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** What a new one begins with: a working week in the zone of this computer. */
export const newTimetable = (): Timetable => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: weekdays.map((day) => (day < 5 ? [office] : [])),
  holidays: [],
});

/** Monday is 0. */
export const dayName = (day: number, language: string, width: "long" | "short" = "long") =>
  new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + day));

/** Minutes since midnight as a time field has them; the end of the day is its beginning there. */
export const clockOf = (minutes: number) => `${String(Math.floor((minutes % 1440) / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
export const minutesOf = (clock: string) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** Whether it goes on after midnight: the server splits it there. */
export const isOvernight = ({ from, to }: OpenRange) => to !== 0 && to <= from;

/** The next range of a day: after the last one, as long as there is room. */
export function nextRange(day: readonly OpenRange[]): OpenRange {
  const end = day.at(-1)?.to ?? 480;
  return day.length === 0 ? office : { from: Math.min(end + 60, 1380), to: Math.min(end + 240, 1440) };
}

/** How many hours a week has. */
export const hoursOf = (week: Timetable["week"]) =>
  week.flat().reduce((sum, { from, to }) => sum + (to > from ? to - from : to + 1440 - from), 0) / 60;

/** Those that are there already stay as they are. */
export function withHolidays(known: readonly Holiday[], found: readonly Holiday[]): Holiday[] {
  const isKnown = (day: Holiday) => known.some((one) => one.date === day.date || (one.everyYear && day.everyYear && one.date.slice(5) === day.date.slice(5)));
  return [...known, ...found.filter((day) => !isKnown(day))].sort((a, b) => a.date.localeCompare(b.date));
}
