import type { ChannelHours } from "../api/types";
import { currentLanguage, t } from "../i18n";
import { momentOf } from "../i18n/format";

/** Whether somebody is there now, and when that changes; an opening that touches now has begun. */
export function standingOf(openings: ChannelHours["openings"], now: Date) {
  const next = openings.find((one) => new Date(one.to) > now);
  const isOpen = next !== undefined && new Date(next.from) <= now;
  return { isOpen, opensAt: next && !isOpen ? new Date(next.from) : null, closesAt: next && isOpen ? new Date(next.to) : null };
}

/** Within a sentence only an English weekday keeps its capital. */
const within = (moment: string) => (currentLanguage() === "fr" || moment.startsWith("To") ? moment.charAt(0).toLowerCase() + moment.slice(1) : moment);

/** "Closed, opens Monday 09:00", "Open until 17:00". */
export function standingText(openings: ChannelHours["openings"], now = new Date()): string {
  const { isOpen, opensAt, closesAt } = standingOf(openings, now);
  if (isOpen) return t("hours.open", { at: within(momentOf(closesAt!, now)) });
  return opensAt ? t("hours.closed.opens", { at: within(momentOf(opensAt, now)) }) : t("hours.closed");
}
