import type { ConversationView } from "../api/types";
import { t } from "../i18n";
import { duration, fullDate } from "../i18n/format";
import { ClockIcon } from "../ui";
import { useMinute } from "./useMinute";

const soonMs = 2 * 3_600_000;

/** Whether one may answer freely now: the window closes by itself when its time has come. */
export function useWindow({ open, closesAt }: ConversationView["window"]) {
  const now = useMinute();
  return { isOpen: open && (!closesAt || Date.parse(closesAt) > now), closesAt };
}

/** How long free answers are still possible. */
export function WindowCountdown({ closesAt }: { closesAt: string }) {
  const left = Date.parse(closesAt) - useMinute();
  return (
    <span className="window-countdown tabular" data-soon={left < soonMs || undefined} title={t("conversations.window.until", { at: fullDate(new Date(closesAt)) })}>
      <ClockIcon size={14} />
      <span className="countdown-words">{t("conversations.window.left", { time: duration(left) })}</span>
      <span className="countdown-time" aria-hidden="true">{duration(left)}</span>
    </span>
  );
}
