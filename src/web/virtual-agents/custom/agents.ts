import { api } from "../../api/client";
import type { AgentDelivery, AgentTest, CustomAgent, CustomAgentDetail, CustomAgentDraft } from "../../api/types";
import { follow } from "../../live/feed";
import { createStore } from "../../live/store";

/** All custom virtual agents, by name; null until a page needs them. */
export const agents = createStore<{ items: CustomAgent[] | null }>({ items: null });

export const fetchAgents = async () => agents.set({ items: (await api.get("/custom-agents")).items });

const refetch = () => void (agents.get().items && fetchAgents().catch(() => {}));
follow({ apply: (event) => event.kind === "customAgentChanged" && refetch(), refetch });

export interface AgentForm { draft: CustomAgentDraft; channelIds: string[]; enabled: boolean }

export const fetchAgent = (id: string): Promise<CustomAgentDetail> => api.get(`/custom-agents/${id}`);

/** The key makes a repetition after a lost answer, or after a refused channel, find the same one. */
export async function saveAgent(id: string | null, form: AgentForm, key: string): Promise<CustomAgentDetail> {
  const known = id ?? (await api.post("/custom-agents", form.draft, key)).agent.id;
  return api.patch(`/custom-agents/${known}`, form);
}

export const turnAgent = (id: string, enabled: boolean) => api.patch(`/custom-agents/${id}`, { enabled, draft: null, channelIds: null });
export const removeAgent = (id: string) => api.delete(`/custom-agents/${id}`);
export const replaceSecret = (id: string, secret: "signing" | "token"): Promise<CustomAgentDetail> => api.post(`/custom-agents/${id}/secrets`, { secret });

export type EventKind = "received" | "started" | "delegated";
export const testAgent = (id: string, kind: EventKind, text: string, contactName: string): Promise<AgentTest> =>
  api.post(`/custom-agents/${id}/tests`, { kind, text, contactName });

export const fetchDeliveries = (id: string): Promise<{ items: AgentDelivery[] }> => api.get(`/custom-agents/${id}/deliveries`);
export const repeatDelivery = (id: string, eventId: string) => api.post(`/custom-agents/${id}/deliveries/${eventId}/repetition`);

export const newDraft = (): CustomAgentDraft => ({
  name: "", activation: "inception", handOver: "newQueue", webhookUrl: "", agentMinutes: 5, contactMinutes: 60,
  onTimeout: { end: "handOver", topicId: null, reasonId: null }, timeoutText: null, failureTopicId: null, failureText: null,
});

/** JSON as one reads it; anything else as it came. */
export function readable(text: string | null | undefined): string {
  if (!text) return "";
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
