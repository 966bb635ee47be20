import { api } from "../api/client";
import type { Topic } from "../api/types";
import { directory } from "../shell/directory";

export type TopicForm = Pick<Topic, "name" | "description" | "parentId">;

/** Topics allow three levels: A > B > C. */
export const levels = 3;

/** The key makes a repetition after a lost answer find the same topic. */
export const addTopic = (topic: TopicForm, key: string) => api.post("/topics", topic, key);
export const changeTopic = (id: string, changes: Partial<TopicForm & Pick<Topic, "active">>) => api.patch(`/topics/${id}`, changes);
export const removeTopic = (id: string, into: string | null) => api.delete(`/topics/${id}${into ? `?into=${into}` : ""}`);
export const useOf = (id: string) => api.get(`/topics/${id}/use`);

/** As a person reads them: every topic right after the one it belongs to. */
export const byPath = (topics: Record<string, Topic>) => Object.values(topics).sort((a, b) => a.path.localeCompare(b.path));

export const levelOf = (topic: Topic, all = directory.get().topics): number => {
  const parent = topic.parentId ? all[topic.parentId] : undefined;
  return parent ? levelOf(parent, all) + 1 : 1;
};

const partsOf = (id: string, all: Record<string, Topic>) => Object.values(all).filter((one) => one.parentId === id);
const height = (id: string, all: Record<string, Topic>): number => 1 + Math.max(0, ...partsOf(id, all).map((one) => height(one.id, all)));
const isWithin = (topic: Topic, id: string, all: Record<string, Topic>): boolean => topic.id === id || (!!topic.parentId && !!all[topic.parentId] && isWithin(all[topic.parentId]!, id, all));

/** Where a topic may be put without being a part of itself or lying too deep. */
export const possibleParents = (topic: Topic | null, all: Record<string, Topic>) =>
  byPath(all).filter((one) => one.active && !(topic && isWithin(one, topic.id, all)) && levelOf(one, all) + (topic ? height(topic.id, all) : 1) <= levels);
