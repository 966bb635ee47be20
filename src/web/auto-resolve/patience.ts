import { t } from "../i18n";

export const units = ["minutes", "hours", "days"] as const;
export type Unit = (typeof units)[number];
const minutesIn: Record<Unit, number> = { minutes: 1, hours: 60, days: 1440 };

export const shortest = 15;
export const longest = 365 * 1440;

/** In the largest unit that says it exactly. */
export function inUnits(minutes: number): { amount: number; unit: Unit } {
  const unit = units.findLast((one) => minutes % minutesIn[one] === 0)!;
  return { amount: minutes / minutesIn[unit], unit };
}

export const inMinutes = (amount: number, unit: Unit) => Math.round(amount * minutesIn[unit]);

export const isPossible = (minutes: number | null) => minutes === null || (minutes >= shortest && minutes <= longest);

/** "After 30 days", "Never". */
export function patienceText(minutes: number | null): string {
  if (minutes === null) return t("autoResolve.never");
  const { amount, unit } = inUnits(minutes);
  return t(`autoResolve.after.${unit}`, { count: amount });
}
