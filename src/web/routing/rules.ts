import { api } from "../api/client";
import type { Filter, FilterRule, RuleKind, RuleTest, SkillSet } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** What each kind of rule may ask. */
export const testsOf: Record<RuleKind, readonly RuleTest[]> = {
  topic: ["anyOf", "allOf", "noneOf", "absent"],
  contactGroup: ["anyOf", "allOf", "noneOf", "absent"],
  visibility: ["anyOf"],
  channel: ["anyOf", "noneOf"],
  language: ["anyOf", "noneOf", "absent"],
};
export const kinds = Object.keys(testsOf) as RuleKind[];
export const languages = ["fr", "en", "nl", "de", "es", "it", "pt", "pl", "ar", "zh", "ja"] as const;

export const newRule = (kind: RuleKind = "topic"): FilterRule => ({ kind, test: "anyOf", ids: [], words: kind === "visibility" ? ["private"] : [], withParts: true });
export const newFilter = (): Filter => ({ joint: "all", groups: [{ joint: "all", rules: [newRule()] }] });
export const isComplete = (filter: Filter) => filter.groups.every((group) => group.rules.length > 0 && group.rules.every((rule) => rule.test === "absent" || rule.ids.length + rule.words.length > 0));

interface Routing { status: "loading" | "ready" | "failed"; items: SkillSet[]; fallbackTeamIds: string[]; recomputing: boolean; groups: Record<string, string> }

/** The skill sets as an administrator sees them, and what contact groups are called. */
export const routing = createStore<Routing>({ status: "loading", items: [], fallbackTeamIds: [], recomputing: false, groups: {} });

export async function fetchRouting() {
  try {
    const [{ items, fallbackTeamIds, recomputing }, groups] = await Promise.all([
      api.get("/skill-sets"),
      api.get("/contact-groups").catch(() => ({ items: [] })),
    ]);
    routing.set({ status: "ready", items, fallbackTeamIds, recomputing, groups: Object.fromEntries(groups.items.map((one) => [one.id, one.name])) });
    if (recomputing) setTimeout(() => void fetchRouting(), 2000);
  } catch {
    routing.set({ status: "failed" });
  }
}

export type SkillSetForm = Pick<SkillSet, "name" | "filter" | "teamIds">;
/** The key makes a repetition after a lost answer find the same one. */
export const addSkillSet = (form: SkillSetForm, key: string) => api.post("/skill-sets", form, key);
export const changeSkillSet = (id: string, changes: Partial<SkillSetForm & Pick<SkillSet, "enabled">>) => api.patch(`/skill-sets/${id}`, changes);
export const removeSkillSet = (id: string) => api.delete(`/skill-sets/${id}`);
export const setFallback = (teamIds: string[]) => api.put("/skill-sets/fallback-teams", { teamIds });

const changes = new Set(["skillSetChanged", "routingPolicyChanged", "contactGroupChanged"]);
follow({ apply: (event) => void (changes.has(event.kind) && routing.get().status !== "loading" && fetchRouting()), refetch: () => void fetchRouting() });
