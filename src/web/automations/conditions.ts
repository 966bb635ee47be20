import type { AutomationAction, AutomationDraft, Condition, ConditionGroup, ConditionKind } from "../api/types";

/** What a condition may ask, in the order of the list. */
export const conditionKinds: readonly ConditionKind[] = ["containsAny", "containsAll", "beginsWithAny", "endsWithAny", "containsNone", "missesOne", "wordsExactly", "wordsAtMost", "wordsAtLeast"];
export const countsWords = (kind: ConditionKind) => kind.startsWith("words");

export const newCondition = (kind: ConditionKind = "containsAny", keywords = ""): Condition => ({ kind, keywords: countsWords(kind) ? null : keywords, ignoresAccents: true, inside: false, count: countsWords(kind) ? 3 : null });
export const newGroup = (...conditions: Condition[]): ConditionGroup => ({ joint: "all", conditions: conditions.length ? conditions : [newCondition()] });
export const newDraft = (): AutomationDraft => ({ name: "", everyChannel: true, channelIds: [], filter: { joint: "any", groups: [newGroup()] }, actions: [] });

const pairs: Record<string, string> = { '"': '"', "“": "”", "«": "»" };

function quoted(text: string): { word: string; rest: string } | null {
  const close = pairs[text[0] ?? ""];
  if (!close) return null;
  let word = "";
  for (let at = 1; at < text.length; at++) {
    if (text[at] !== close) word += text[at];
    else if (close === '"' && text[at + 1] === '"') word += text[++at];
    else {
      const rest = text.slice(at + 1).replace(/^[^\S\n]+/, "");
      return rest === "" || /^[,，\n]/.test(rest) ? { word: word.trim(), rest: rest.slice(1) } : null;
    }
  }
  return null;
}

/** What a field of keywords looks for, as the server reads it: apart by commas or lines, in quotes with their commas. */
export function keywordsIn(text: string): string[] {
  const found: string[] = [];
  for (let rest = text; rest.length > 0;) {
    rest = rest.replace(/^[^\S\n]+/, "");
    const end = rest.search(/[,，\n]/);
    const taken = quoted(rest) ?? { word: (end < 0 ? rest : rest.slice(0, end)).trim(), rest: end < 0 ? "" : rest.slice(end + 1) };
    if (taken.word) found.push(taken.word);
    rest = taken.rest;
  }
  return found;
}

export const isConditionComplete = ({ kind, keywords, count }: Condition) => (countsWords(kind) ? count !== null && count >= 0 : keywordsIn(keywords ?? "").length > 0);
const isActionComplete = ({ kind, id }: AutomationAction, asksReason: boolean) => id !== null || (kind === "resolve" && !asksReason);

export const isComplete = ({ filter, actions, everyChannel, channelIds }: AutomationDraft, asksReason: boolean) =>
  filter.groups.every((group) => group.conditions.every(isConditionComplete)) &&
  actions.length > 0 && actions.every((action) => isActionComplete(action, asksReason)) &&
  (everyChannel || (channelIds ?? []).length > 0);
