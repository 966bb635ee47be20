import { api } from "../api/client";
import type { Automation, AutomationDraft } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

interface Automations { status: "loading" | "ready" | "failed"; items: Automation[] }

/** The automations as an administrator sees them, in the order in which they have their turn. */
export const automations = createStore<Automations>({ status: "loading", items: [] });

export async function fetchAutomations() {
  try {
    automations.set({ status: "ready", items: (await api.get("/automations")).items });
  } catch {
    automations.set({ status: "failed" });
  }
}

/** The key makes a repetition after a lost answer find the same one. */
export const addAutomation = (draft: AutomationDraft, key: string) => api.post("/automations", draft, key);
export const changeAutomation = (id: string, draft: AutomationDraft) => api.patch(`/automations/${id}`, { draft, enabled: null });
export const turnAutomation = (id: string, enabled: boolean) => api.patch(`/automations/${id}`, { draft: null, enabled });
export const removeAutomation = (id: string) => api.delete(`/automations/${id}`);

/** The new order shows at once; a refusal brings back the old one. */
export async function orderAutomations(ids: string[]) {
  const { items } = automations.get();
  automations.set({ items: ids.map((id) => items.find((one) => one.id === id)!) });
  try {
    await api.put("/automations/order", { ids });
  } catch (error) {
    automations.set({ items });
    throw error;
  }
}

const refetch = () => void (automations.get().status !== "loading" && fetchAutomations());
const changes = new Set(["automationChanged", "tagChanged", "topicChanged", "resolveReasonChanged", "resolvePolicyChanged"]);
follow({ apply: (event) => void (changes.has(event.kind) && refetch()), refetch });
