import { api } from "../api/client";
import type { Survey, SurveyDraft, SurveyPolicy, SurveyWords } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

interface Known { items: Survey[] | null; policy: SurveyPolicy; supplied: SurveyWords[] }

/** All surveys, by name, and what holds for all of them; null until a page needs them. */
export const surveys = createStore<Known>({ items: null, policy: { trigger: "people", includesBulk: false }, supplied: [] });

export const fetchSurveys = async () => surveys.set(await api.get("/surveys"));

const refetch = () => void (surveys.get().items && fetchSurveys().catch(() => {}));
follow({ apply: (event) => /^survey(Policy)?Changed$/.test(event.kind) && refetch(), refetch });

export interface SurveyForm { draft: SurveyDraft; channelIds: string[]; enabled: boolean }

/** The key makes a repetition after a lost answer, or after a refused channel, find the same one. */
export async function saveSurvey(id: string | null, form: SurveyForm, key: string) {
  const known = id ?? (await api.post("/surveys", form.draft, key)).id;
  await api.patch(`/surveys/${known}`, form);
  await fetchSurveys();
}

export const turnSurvey = (id: string, enabled: boolean) => api.patch(`/surveys/${id}`, { enabled, draft: null, channelIds: null });
export const removeSurvey = (id: string) => api.delete(`/surveys/${id}`);
export const choosePolicy = (policy: SurveyPolicy) => api.put("/survey-policy", policy);

export const newDraft = (name: string, supplied: readonly SurveyWords[]): SurveyDraft => ({
  name, question: "stars", share: 100, delayMinutes: 0, restHours: 168, leastLength: 0, onlyInTheirLanguage: false, byMail: false, languages: supplied.map((one) => ({ ...one })),
});

export const kinds = ["stars", "smileys", "numbers", "thumbs", "recommendation"] as const;

const faces = ["😞", "🙁", "😐", "🙂", "😀"];

/** What stands on the buttons, as the server writes it. */
export const labelsOf = (kind: SurveyDraft["question"]): string[] => ({
  stars: [1, 2, 3, 4, 5].map((count) => "⭐".repeat(count)),
  smileys: faces,
  numbers: ["1", "2", "3", "4", "5"],
  thumbs: ["👎", "👍"],
  recommendation: Array.from({ length: 11 }, (_, value) => String(value)),
})[kind];

/** From 1 to 5, by the place of the button. */
export const scoreAt = (kind: SurveyDraft["question"], at: number) =>
  kind === "thumbs" ? (at === 0 ? 1 : 5) : kind === "recommendation" ? [1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5][at]! : at + 1;

export const followUp = (words: SurveyWords, score: number) => (score <= 2 ? words.negative : score === 3 ? words.neutral : words.positive) ?? null;
