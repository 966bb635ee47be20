import type { ChannelHours } from "../api/types";

/** The value a datetime-local field understands: the local time, without a zone. */
export const localValue = (date: Date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

const tomorrowAt = (hour: number, now: Date) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour);

/** When an answer may leave: when the channel opens next, should it keep hours, then what people choose most. */
export function laterTimes(openings: ChannelHours["openings"] | undefined, now: Date): { id: "opening" | "hour" | "tomorrow"; at: Date }[] {
  const opening = openings?.map((one) => new Date(one.from)).find((from) => from > now);
  return [
    ...(opening ? [{ id: "opening" as const, at: opening }] : []),
    { id: "hour", at: new Date(now.getTime() + 3_600_000) },
    ...(opening?.getTime() === tomorrowAt(9, now).getTime() ? [] : [{ id: "tomorrow" as const, at: tomorrowAt(9, now) }]),
  ];
}
