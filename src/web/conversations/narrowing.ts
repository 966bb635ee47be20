import type { ConversationRow, Topic } from "../api/types";

/** What a queue can be narrowed by besides its state, assignee and channel, by the names the server gives it. */
export const narrowNames = ["team", "topicId", "tagId", "groupId", "vip", "language", "visibility", "postId", "priority", "waiting", "boomerang"] as const;
export type NarrowName = (typeof narrowNames)[number];
export type Narrowing = Partial<Record<NarrowName, string>>;

/** The same one as long as it says the same, so that nothing is loaded anew for it. */
export const narrowingIn = (query: URLSearchParams): Narrowing =>
  Object.fromEntries(narrowNames.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : [])));

export const isNarrowed = (narrowing: Narrowing | undefined) => !!narrowing && Object.values(narrowing).some(Boolean);

/** In which groups a contact is, which tags his messages have and under which post he wrote no row says, and no event comes only because time has passed: the list must ask again. */
export const isAsked = (narrowing: Narrowing | undefined) => !!narrowing && !!(narrowing.groupId || narrowing.tagId || narrowing.postId || narrowing.waiting);

function isWithin(id: string, above: string, topics: Record<string, Topic>): boolean {
  const parent = topics[id]?.parentId;
  return id === above || (!!parent && isWithin(parent, above, topics));
}

const minuteMs = 60_000;

const tests: { [Name in NarrowName]: (row: ConversationRow, value: string, topics: Record<string, Topic>) => boolean } = {
  team: (row, team) => (team === "none" ? row.teamIds.length === 0 : row.teamIds.includes(team)),
  topicId: (row, topicId, topics) => row.topicIds.some((id) => isWithin(id, topicId, topics)),
  tagId: () => true,
  groupId: () => true,
  vip: (row) => row.contact.vip,
  language: (row, language) => row.contact.language === language || !!row.contact.language?.startsWith(`${language}-`),
  visibility: (row, visibility) => row.visibility === visibility,
  postId: (row) => row.visibility === "public",
  priority: (row, priority) => row.priority >= Number(priority),
  waiting: (row, minutes) => Date.now() - Date.parse(row.stateSince) >= Number(minutes) * minuteMs,
  boomerang: (row) => row.boomerangAt !== null,
};

/** As the server judges, as far as a row can tell. */
export const fits = (row: ConversationRow, narrowing: Narrowing | undefined, topics: Record<string, Topic>) =>
  !narrowing || narrowNames.every((name) => !narrowing[name] || tests[name](row, narrowing[name], topics));
