import type { ConversationView } from "../api/types";
import { t } from "../i18n";
import { duration, fullDate } from "../i18n/format";
import { Button, ClockIcon, LockIcon, TemplateIcon } from "../ui";
import { openPanel } from "./panels";
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

/** Stands where the text would be: why one cannot write, and what one can do instead. */
export function WindowClosed({ hasTemplates, isDisconnected }: { hasTemplates: boolean; isDisconnected: boolean }) {
  const name = isDisconnected ? "disconnected" : hasTemplates ? "closed" : "closedForGood";
  return (
    <div className="window-closed">
      <span className="window-lock"><LockIcon size={18} /></span>
      <div><strong>{t(`conversations.window.${name}.title`)}</strong><p>{t(`conversations.window.${name}.text`)}</p></div>
      {name === "closed" && <Button variant="primary" icon={TemplateIcon} onPress={() => openPanel("template")}>{t("conversations.template.choose")}</Button>}
    </div>
  );
}
