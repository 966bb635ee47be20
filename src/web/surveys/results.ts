import { api } from "../api/client";
import type { SurveyAnswerLine, SurveyResults } from "../api/types";
import { locale } from "../i18n";

export interface Period { id: "7" | "30" | "90" | "365"; from: Date; to: Date }

export const periods = ["7", "30", "90", "365"] as const;

/** The last days, today included, from midnight. */
export const lastDays = (days: number, now = new Date()) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1);

export interface Narrowing { memberId?: string; teamId?: string; channelId?: string; topicId?: string }

const asked = (from: Date, narrowing: Narrowing) => new URLSearchParams({ from: from.toISOString(), ...narrowing }).toString();

export const fetchResults = (from: Date, narrowing: Narrowing, signal?: AbortSignal): Promise<SurveyResults> => api.get(`/survey-results?${asked(from, narrowing)}`, signal);

export const fetchAnswers = (from: Date, narrowing: Narrowing, score: number, onlyComments: boolean, after: string | null): Promise<{ items: SurveyAnswerLine[]; next?: string | null }> =>
  api.get(`/survey-answers?${asked(from, narrowing)}&score=${score}&onlyComments=${onlyComments}&after=${encodeURIComponent(after ?? "")}`);

/** "82 %"; a dash where nothing was counted. */
export const percent = (part: number, whole: number) => whole === 0 ? "–" : (part / whole).toLocaleString(locale(), { style: "percent", maximumFractionDigits: 0 });

export interface Bar { from: string; asked: number; answered: number; satisfied: number }

/** One bar a day for a month, one a week for a quarter, one a month beyond: as many as the eye takes in. */
export function barsOf(days: SurveyResults["days"], from: Date, to: Date): Bar[] {
  const length = Math.round((+to - +from) / 86_400_000);
  const step = length <= 31 ? 1 : length <= 100 ? 7 : 30;
  const first = Date.UTC(from.getFullYear(), from.getMonth(), from.getDate());
  const bars: Bar[] = [];
  for (let at = 0; at < length; at += step) bars.push({ from: new Date(first + at * 86_400_000).toISOString().slice(0, 10), asked: 0, answered: 0, satisfied: 0 });
  for (const day of days) {
    const at = Math.floor((Date.parse(day.date) - first) / 86_400_000 / step);
    const bar = bars[Math.min(Math.max(at, 0), bars.length - 1)];
    if (bar) (bar.asked += day.asked, bar.answered += day.answered, bar.satisfied += day.satisfied);
  }
  return bars;
}
