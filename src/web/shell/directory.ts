import { api } from "../api/client";
import type { Channel, EventView, Member, Team, Topic } from "../api/types";
import { follow } from "../live/feed";
import { presence } from "../live/presence";
import { createStore } from "../live/store";

interface Directory { members: Record<string, Member>; teams: Record<string, Team>; channels: Record<string, Channel>; topics: Record<string, Topic> }

/** Who and what the rest of the app names by id: members, teams, channels, topics. */
export const directory = createStore<Directory>({ members: {}, teams: {}, channels: {}, topics: {} });

const byId = <Item extends { id: string }>(items: Item[]) => Object.fromEntries(items.map((item) => [item.id, item]));

const fetchMembers = async () => {
  const members = byId((await api.get("/members")).items);
  directory.set({ members });
  presence.set((state) => ({ members: { ...Object.fromEntries(Object.values(members).map((one) => [one.id, one.presence])), ...state.members } }));
};
const fetchTeams = async () => directory.set({ teams: byId((await api.get("/teams")).items) });
const fetchChannels = async () => directory.set({ channels: byId((await api.get("/channels")).items) });
const fetchTopics = async () => directory.set({ topics: byId((await api.get("/topics")).items) });

/** Each part stands alone: someone who may not list teams still gets the rest. */
export const fetchDirectory = () => Promise.allSettled([fetchMembers(), fetchTeams(), fetchChannels(), fetchTopics()]);

const sources: Record<string, () => Promise<void>> = { memberChanged: fetchMembers, teamChanged: fetchTeams, channelChanged: fetchChannels, topicChanged: fetchTopics };

/** These events are rare and say only that something changed, so the small list is read again. */
const apply = (event: EventView) => void sources[event.kind]?.().catch(() => {});

follow({ apply, refetch: () => void fetchDirectory() });
