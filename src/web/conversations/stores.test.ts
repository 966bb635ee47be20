import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationView, EventView } from "../api/types";
import { channels, Story } from "../mock/story";
import { directory } from "../shell/directory";
import { applied as appliedToQueue, countOf, emptyQueue, type QueueFilter } from "./queue";
import { applied as appliedToThread, emptyThread, type ThreadState } from "./thread";

const customers = ["Zoé Lambert", "Yann Le Goff", "Noor Haddad", "Tom Berger"];
const agents = ["ana", "bruno", "chloe"];

/** The same seed always tells the same morning. */
function dice(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  return { next, one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! };
}

/** Something that may happen in the shop at any moment. */
function happen(story: Story, { next, one }: ReturnType<typeof dice>) {
  const open = [...story.kept.values()].filter((kept) => kept.row.state !== "resolved");
  if (open.length === 0 || next() < 0.3) return void story.receive(one(channels).id, one(customers), `message ${next()}`);
  const { row, messages } = one(open);
  const who = one(agents);
  const acts = [
    () => story.answer(row.id, who, "une réponse"),
    () => story.note(row.id, who, "une note"),
    () => story.assign(row.id, who, next() < 0.3 ? null : one(agents)),
    () => story.enterState(row.id, who, "pending", "conversationPended"),
    () => story.enterState(row.id, who, "resolved", "conversationResolved"),
    () => story.boomerang(row.id, who, new Date(9e11).toISOString()),
    ...(messages.length === 0 ? [] : [
      () => story.deliver(one(messages).id, one(["sent", "delivered", "read", "failed"] as const)),
      () => story.withdraw(one(messages).id, who),
      () => story.tag(one(messages).id, who, one(["praise", "anger"])),
    ]),
  ];
  one(acts)();
}

const rowsOf = (story: Story, filter: QueueFilter) =>
  [...story.kept.values()].map((kept) => kept.row)
    .filter((row) => row.state === filter.state && (!filter.isNarrow || row.assigneeId === null || row.assigneeId === "ana") && (!filter.channelId || row.channelId === filter.channelId) && (!filter.assignee || row.assigneeId === (filter.assignee === "me" ? "ana" : filter.assignee === "none" ? null : filter.assignee)))
    .sort((a, b) => (Date.parse(a.stateSince) - Date.parse(b.stateSince) || (a.id < b.id ? -1 : 1)) * (filter.sort === "newest" ? -1 : 1));
const countersOf = (story: Story) => Object.fromEntries(story.counters().map((at) => [`${at.state}|${at.channelId}|${at.assigneeId ?? ""}`, at.count]));
const withoutZeros = (counters: Record<string, number>) => Object.fromEntries(Object.entries(counters).filter(([, count]) => count !== 0));

const freshQueue = (story: Story, filter: QueueFilter) =>
  ({ ...emptyQueue, filter, me: "ana", status: "ready" as const, rows: rowsOf(story, filter), position: story.position, counters: countersOf(story), countersAt: story.position });

function freshThread(story: Story, conversationId: string): ThreadState {
  const { row } = story.kept.get(conversationId)!;
  const all = story.ofThread(row.threadId);
  const his = [...story.kept.values()].filter((kept) => kept.row.contact.id === row.contact.id).sort((a, b) => Date.parse(b.row.openedAt) - Date.parse(a.row.openedAt));
  const contact = { ...row.contact, conversations: his.map(({ row: { id, number, state, channelId, openedAt, resolvedAt } }) => ({ id, number, state, channelId, openedAt, resolvedAt })) } as ConversationView["contact"];
  return {
    ...emptyThread, conversationId, status: "ready", position: story.position,
    view: { row: { ...row }, contact, window: { open: true, closesAt: null }, draft: { reply: null, note: null, private: null }, previousTopicIds: [], post: null, position: story.position },
    messages: structuredClone(all.flatMap((kept) => kept.messages)),
    conversations: all.map(({ row: its, trail }) => ({ id: its.id, number: its.number, state: its.state, openedAt: its.openedAt, resolvedAt: its.resolvedAt, resolvedBy: trail.findLast((line) => line.kind === "conversationResolved")?.actor.name ?? null })),
    trail: all.flatMap((kept) => kept.trail),
  };
}

function morning(seed: number) {
  let clock = Date.parse("2026-03-02T08:00:00Z");
  const story = new Story(() => (clock += 1000));
  const luck = dice(seed);
  const pass = (times: number) => Array.from({ length: times }).forEach(() => happen(story, luck));
  const after = (position: number): EventView[] => story.events.filter((event) => event.position > position);
  return { story, pass, after, ...luck };
}

const filters: QueueFilter[] = [
  { state: "new", assignee: null, channelId: null, sort: "oldest" },
  { state: "pending", assignee: "me", channelId: null, sort: "oldest" },
  { state: "new", assignee: "none", channelId: "ch-wa", sort: "newest" },
  { state: "resolved", assignee: null, channelId: null, sort: "newest" },
  { state: "new", assignee: null, isNarrow: true, channelId: null, sort: "oldest" },
];

beforeEach(() => directory.set({ channels: {} }));

describe("the queue", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("after events equals a fresh one (morning %i)", (seed) => {
    for (const filter of filters) {
      const { story, pass, after } = morning(seed);
      pass(60);
      const old = freshQueue(story, filter);
      pass(80);
      const now = after(old.position).reduce(appliedToQueue, old);
      expect(now.rows).toEqual(rowsOf(story, filter));
      expect(withoutZeros(now.counters)).toEqual(countersOf(story));
    }
  });

  it("changes nothing when an event comes a second time", () => {
    const { story, pass, after } = morning(9);
    pass(40);
    const old = freshQueue(story, filters[0]!);
    pass(40);
    const once = after(old.position).reduce(appliedToQueue, old);
    const again = { ...after(old.position).reduce((state, event) => appliedToQueue(state, { ...event, moved: null }), once) };
    expect(again.rows).toEqual(once.rows);
  });

  it("leaves what lies beyond the last fetched page to that page", () => {
    const { story } = morning(1);
    story.receive("ch-web", "Zoé Lambert", "première");
    const old = { ...freshQueue(story, filters[0]!), next: "cursor" };
    story.receive("ch-web", "Yann Le Goff", "seconde");
    const now = story.events.filter((event) => event.position > old.position).reduce(appliedToQueue, old);
    expect(now.rows.map((row) => row.contact.name)).toEqual(["Zoé Lambert"]);
  });

  it("counts what the filter shows", () => {
    const counters = { "new|ch-wa|": 2, "new|ch-wa|ana": 1, "new|ch-web|": 4, "pending|ch-wa|ana": 8 };
    const count = (assignee: string | null, channelId: string | null) => countOf({ counters, me: "ana", filter: { ...filters[0]!, assignee, channelId } }, "new");
    expect([count(null, null), count("me", null), count("none", null), count("none", "ch-wa")]).toEqual([7, 1, 6, 2]);
  });
});

describe("the thread", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("after events equals a fresh one (morning %i)", (seed) => {
    const { story, pass, after, one } = morning(seed);
    pass(50);
    const { id } = one([...story.kept.values()]).row;
    const old = freshThread(story, id);
    pass(120);
    const now = after(old.position).reduce(appliedToThread, old);
    const fresh = freshThread(story, id);
    expect(now.messages).toEqual(fresh.messages);
    expect(now.conversations).toEqual(fresh.conversations);
    expect(now.trail.map((line) => line.position)).toEqual(fresh.trail.map((line) => line.position));
    expect(now.view!.row).toEqual(fresh.view!.row);
    expect(now.view!.contact).toEqual(fresh.view!.contact);
  });

  it("opens the reply window again when the customer writes", () => {
    directory.set({ channels: Object.fromEntries(channels.map((one) => [one.id, one])) });
    const { story } = morning(1);
    const { row } = story.receive("ch-wa", "Zoé Lambert", "bonjour");
    const old = freshThread(story, row.id);
    const closed = { ...old, view: { ...old.view!, window: { open: false, closesAt: null } } };
    story.receive("ch-wa", "Zoé Lambert", "encore moi");
    const now = story.events.filter((event) => event.position > old.position).reduce(appliedToThread, closed);
    const last = now.messages.at(-1)!;
    expect(now.view!.window).toEqual({ open: true, closesAt: new Date(Date.parse(last.at) + 24 * 3_600_000).toISOString() });
  });

  it("belongs to the contact it was given back to, though the other is told of last", () => {
    const { story } = morning(1);
    const { row } = story.receive("ch-wa", "Zoé Lambert", "bonjour");
    const old = freshThread(story, row.id);
    const other = { ...row.contact, id: "another", name: "Zoé L." };
    const told = { ...story.events.at(-1)!, trail: true, message: null, moved: null, detail: { former: row.contact.name } };
    const now = [
      { ...told, position: old.position + 1, kind: "conversationContactParted", contact: null, conversation: { ...row, version: row.version + 1, contact: other } },
      { ...told, position: old.position + 2, kind: "contactParted", trail: false, conversation: null, contact: row.contact },
    ].reduce(appliedToThread, old);
    expect(now.view!.row.contact).toEqual(other);
    expect(now.trail.at(-1)!.kind).toBe("conversationContactParted");
  });
});
