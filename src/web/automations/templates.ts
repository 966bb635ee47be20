import type { AutomationAction, AutomationDraft, Condition } from "../api/types";
import { t } from "../i18n";
import { newCondition, newDraft, newGroup } from "./conditions";
import type { Names } from "./sentence";

interface Template { id: string; actions: readonly AutomationAction["kind"][]; more?: Condition }

/** What most shops begin with; each is a form filled in beforehand, to be looked at and saved. */
export const templates: readonly Template[] = [
  { id: "thanks", actions: ["resolve"], more: { ...newCondition("wordsAtMost"), count: 6 } },
  { id: "spam", actions: ["resolve"] },
  { id: "billing", actions: ["topic"] },
  { id: "complaint", actions: ["tag", "topic"] },
  { id: "outOfStock", actions: ["topic"] },
  { id: "influencer", actions: ["tag"] },
];

const plain = (text: string) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

/** The tag, topic or reason that sounds like what the template is about; none = the administrator chooses. */
function suggest(template: string, kind: AutomationAction["kind"], names: Names): string | null {
  const sounds = plain(t(`automations.template.${template}.sounds`)).split(", ");
  const choices = kind === "tag" ? names.tags.filter((one) => one.active)
    : kind === "topic" ? Object.values(names.topics).filter((one) => one.active)
    : Object.values(names.reasons).filter((one) => one.isUsed && !one.isArchived && one.comment !== "required");
  return choices.find((one) => sounds.some((sound) => plain(one.name).includes(sound)))?.id ?? null;
}

/** @param asksReason whether a reason is asked for when an automation resolves. */
export function draftOf(id: string, names: Names, asksReason: boolean): AutomationDraft {
  const template = templates.find((one) => one.id === id);
  if (!template) return newDraft();
  const conditions = [newCondition("containsAny", t(`automations.template.${id}.keywords`)), ...(template.more ? [template.more] : [])];
  return {
    ...newDraft(),
    name: t(`automations.template.${id}`),
    filter: { joint: "any", groups: [newGroup(...conditions)] },
    actions: template.actions.map((kind) => ({ kind, id: kind === "resolve" && !asksReason ? null : suggest(id, kind, names) })),
  };
}
