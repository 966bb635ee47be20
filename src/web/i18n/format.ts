import { currentLanguage, locale } from "./index";

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (name: string, options: Intl.DateTimeFormatOptions) => {
  const key = currentLanguage() + name;
  return formats.get(key) ?? formats.set(key, new Intl.DateTimeFormat(locale(), options)).get(key)!;
};
const relative = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
  new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(value, unit);

const dayNumber = (date: Date) => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);
export const isSameDay = (a: Date, b: Date) => dayNumber(a) === dayNumber(b);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const timeOf = (date: Date) => format("time", { hour: "2-digit", minute: "2-digit" }).format(date);
export const fullDate = (date: Date) => format("full", { dateStyle: "full", timeStyle: "short" }).format(date);

/** "Today", "Yesterday", "Monday", "12 May", "12 May 2024": how a person names that day. */
export function dayOf(date: Date, now = new Date()): string {
  const ago = dayNumber(now) - dayNumber(date);
  if (ago <= 1 && ago >= -1) return capital(relative(-ago, "day"));
  if (ago > -7 && ago < 7) return capital(format("weekday", { weekday: "long" }).format(date));
  const sameYear = now.getFullYear() === date.getFullYear();
  return format(sameYear ? "day" : "dayYear", { day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) }).format(date);
}

/** The shortest honest age for a list: "12:04" today, then "Mon", "12 May", "12/05/24". */
export function shortDate(date: Date, now = new Date()): string {
  const ago = dayNumber(now) - dayNumber(date);
  if (ago <= 0) return timeOf(date);
  if (ago < 7) return format("shortWeekday", { weekday: "short" }).format(date);
  return now.getFullYear() === date.getFullYear()
    ? format("shortDay", { day: "numeric", month: "short" }).format(date)
    : format("shortYear", { day: "2-digit", month: "2-digit", year: "2-digit" }).format(date);
}

/** "12 January 2027": a day that must be right on paper too. */
export const longDate = (date: Date) => format("long", { dateStyle: "long" }).format(date);

/** A day and a time in one: "tomorrow at 09:00" style, for boomerangs and deadlines. */
export const momentOf = (date: Date, now = new Date()) => (isSameDay(date, now) ? timeOf(date) : `${dayOf(date, now)} ${timeOf(date)}`);

/** Making an Intl formatter costs a hundred times what using it does. */
const units = new Map<string, Intl.NumberFormat>();
function unitOf(value: number, unit: string) {
  const key = currentLanguage() + unit;
  if (!units.has(key)) units.set(key, new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: currentLanguage() === "en" ? "narrow" : "short", maximumFractionDigits: 1 }));
  return units.get(key)!.format(value);
}

/** How long, in the one or two largest units: "23 h 12 min", "3 d". */
export function duration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return unitOf(minutes, "minute");
  if (minutes < 48 * 60) return [unitOf(Math.floor(minutes / 60), "hour"), ...(minutes % 60 ? [unitOf(minutes % 60, "minute")] : [])].join(" ");
  return unitOf(Math.floor(minutes / 1440), "day");
}

/** The one largest unit, for a list: "5 h". */
export function shortDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return minutes < 60 ? unitOf(minutes, "minute") : minutes < 1440 ? unitOf(Math.floor(minutes / 60), "hour") : unitOf(Math.floor(minutes / 1440), "day");
}

export const numberOf = (value: number) => value.toLocaleString(locale());

/** As much as a price needs: "12.34 $", "0.015 $". */
export const money = (value: number, currency: string) => value.toLocaleString(locale(), { style: "currency", currency, maximumFractionDigits: 3 });

export function fileSize(bytes: number): string {
  if (bytes < 1000) return unitOf(bytes, "byte");
  return bytes < 1_000_000 ? unitOf(Math.round(bytes / 1000), "kilobyte") : unitOf(bytes / 1_000_000, "megabyte");
}
