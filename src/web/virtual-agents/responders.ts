import { api } from "../api/client";
import type { AutoResponder, ResponderDraft, ResponderLanguage, ScriptStep } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** All auto responders, by name; null until a page needs them. */
export const responders = createStore<{ items: AutoResponder[] | null }>({ items: null });

export const fetchResponders = async () => responders.set({ items: (await api.get("/auto-responders")).items });

const refetch = () => void (responders.get().items && fetchResponders().catch(() => {}));
follow({ apply: (event) => event.kind === "autoResponderChanged" && refetch(), refetch });

export interface ResponderForm { draft: ResponderDraft; channelIds: string[]; enabled: boolean }

/** The key makes a repetition after a lost answer, or after a refused channel, find the same one. */
export async function saveResponder(id: string | null, form: ResponderForm, key: string) {
  const known = id ?? (await api.post("/auto-responders", form.draft, key)).id;
  await api.patch(`/auto-responders/${known}`, form);
  await fetchResponders();
}

export const turnResponder = (id: string, enabled: boolean) => api.patch(`/auto-responders/${id}`, { enabled, draft: null, channelIds: null });
export const removeResponder = (id: string) => api.delete(`/auto-responders/${id}`);

const newId = () => crypto.randomUUID().slice(0, 8);

export const newStep = (kind: ScriptStep["kind"]): ScriptStep =>
  ({ id: newId(), kind, text: "", next: null, answers: [], takesOthers: false, attribute: null, retryText: null, reasonId: null });

export const newLanguage = (language: string): ResponderLanguage => ({ language, inHours: [], outOfHours: [], escapeWords: [], timeoutText: null });

export const newDraft = (language: string, escapeWords: string[]): ResponderDraft => ({
  name: "", activation: "inception", handOver: "newQueue", agentMinutes: 5, contactMinutes: 60, inactiveHours: 0,
  onTimeout: { end: "handOver", topicId: null, reasonId: null },
  languages: [{ ...newLanguage(language), escapeWords }],
});

/** The step at one place goes to another; who named it still finds it. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from]!);
}

/** Without a step: whatever led to it goes on with what follows instead. */
export function without(steps: readonly ScriptStep[], id: string): ScriptStep[] {
  const healed = (next: string | null | undefined) => (next === id ? null : next ?? null);
  return steps.filter((step) => step.id !== id).map((step) => ({
    ...step, next: healed(step.next), answers: (step.answers ?? []).map((answer) => ({ ...answer, next: healed(answer.next) })),
  }));
}

/** The same steps under new names, so that both scripts can be changed apart. */
export function copied(steps: readonly ScriptStep[]): ScriptStep[] {
  const names = new Map(steps.map((step) => [step.id, newId()]));
  const named = (next: string | null | undefined) => (next ? names.get(next) ?? null : null);
  return steps.map((step) => ({
    ...step, id: names.get(step.id)!, next: named(step.next), answers: (step.answers ?? []).map((answer) => ({ ...answer, next: named(answer.next) })),
  }));
}

export const wordsOf = (text: string) => text.split(",").map((word) => word.trim()).filter(Boolean);
