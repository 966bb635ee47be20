import { api } from "../api/client";
import type { AwayState, Channel, EventView, Member, ResolveReason, ResolveScopes, Team, Topic } from "../api/types";
import { follow } from "../live/feed";
import { presence } from "../live/presence";
import { createStore } from "../live/store";
import { learnStatus } from "./session";

interface Directory {
  members: Record<string, Member>;
  teams: Record<string, Team>;
  channels: Record<string, Channel>;
  topics: Record<string, Topic>;
  awayStates: Record<string, AwayState>;
  resolveReasons: Record<string, ResolveReason>;
  /** Where a reason, and where a topic, is asked for before a conversation ends. */
  resolveScopes: Record<"reasons" | "topics", ResolveScopes>;
  /** Where a survey asks contacts how it was. */
  surveyedChannelIds: string[];
}

const nowhere: ResolveScopes = { channels: [], bulk: false, autoResolve: false, automation: false };

/** Who and what the rest of the app names by id: members, teams, channels, topics, away states, resolve reasons. */
export const directory = createStore<Directory>({ members: {}, teams: {}, channels: {}, topics: {}, awayStates: {}, resolveReasons: {}, resolveScopes: { reasons: nowhere, topics: nowhere }, surveyedChannelIds: [] });

const byId = <Item extends { id: string }>(items: Item[]) => Object.fromEntries(items.map((item) => [item.id, item]));

const fetchMembers = async () => {
  const members = byId((await api.get("/members")).items);
  directory.set({ members });
  presence.set((state) => ({ members: { ...Object.fromEntries(Object.values(members).map((one) => [one.id, one.presence])), ...state.members } }));
};
const fetchTeams = async () => directory.set({ teams: byId((await api.get("/teams")).items) });
const fetchAwayStates = async () => directory.set({ awayStates: byId((await api.get("/away-states")).items) });
const fetchChannels = async () => directory.set({ channels: byId((await api.get("/channels")).items) });
const fetchTopics = async () => directory.set({ topics: byId((await api.get("/topics")).items) });

/** What is chosen shows before it is told: what is read meanwhile may not know it yet. */
const choices = { open: 0, edition: 0, isMissed: false };

export async function whileTold<T>(told: Promise<T>): Promise<T> {
  choices.open++;
  choices.edition++;
  try {
    return await told;
  } finally {
    choices.open--;
    choices.edition++;
    if (choices.open === 0 && choices.isMissed) void fetchResolveReasons().catch(() => {});
  }
}

export const fetchResolveReasons = async (): Promise<void> => {
  const { edition } = choices;
  const { items, reasons, topics, surveyedChannelIds } = await api.get("/resolve-reasons");
  choices.isMissed = choices.edition !== edition || choices.open > 0;
  if (choices.isMissed) return choices.open === 0 ? fetchResolveReasons() : undefined;
  directory.set({ resolveReasons: byId(items), resolveScopes: { reasons, topics }, surveyedChannelIds });
};

/** Each part stands alone: someone who may not list teams still gets the rest. */
export const fetchDirectory = () => Promise.allSettled([fetchMembers(), fetchTeams(), fetchChannels(), fetchTopics(), fetchAwayStates(), fetchResolveReasons()]);

const sources: Record<string, () => Promise<void>> = { memberChanged: fetchMembers, teamChanged: fetchTeams, channelChanged: fetchChannels, businessHoursChanged: fetchChannels, topicChanged: fetchTopics, awayStateChanged: fetchAwayStates, resolveReasonChanged: fetchResolveReasons, resolvePolicyChanged: fetchResolveReasons, surveyChanged: fetchResolveReasons };

/** These events are rare and say only that something changed, so the small list is read again. */
const apply = (event: EventView) => {
  if (event.kind === "availabilityChanged") learnStatus(event);
  void sources[event.kind]?.().catch(() => {});
};

/** The own away states one may choose, in their order. */
export const chosenAwayStates = (states: Record<string, AwayState>) => Object.values(states).filter((one) => !one.isArchived).sort((a, b) => a.place - b.place || a.id.localeCompare(b.id));

follow({ apply, refetch: () => void fetchDirectory() });
