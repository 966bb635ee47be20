import type { AutoResolve } from "../api/types";
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

/** What is different on a channel; null = as everywhere. */
export const ownOf = (setting: AutoResolve, channelId: string) => setting.channels.find((one) => one.channelId === channelId) ?? { channelId, new: null, pending: null };

/** Undefined = as everywhere. */
export const withOwn = (setting: AutoResolve, channelId: string, state: "new" | "pending", minutes: number | null | undefined): AutoResolve => ({
  ...setting,
  channels: [...setting.channels.filter((one) => one.channelId !== channelId), { ...ownOf(setting, channelId), [state]: minutes === undefined ? null : { minutes } }],
});
