import { afterAll, beforeAll, expect, it } from "vitest";
import { api, rememberCsrfToken } from "../api/client";
import type { EventView } from "../api/types";
import { forget, startAt, takeBatch } from "../live/feed";
import { isBuilt, startServer } from "../live/realServer";
import { fetchDirectory } from "../shell/directory";
import { fetchCounters, queue, type QueueFilter, showQueue } from "./queue";
import { openThread, thread } from "./thread";

/*
 * For everything that an agent or a customer can do and every moment: the app's own stores, loaded then and kept by the events
 * of the real server alone, hold what a fresh load holds.
 */

const password = "une phrase de passe assez longue";
const appSecret = "the-secret-of-this-test";
const numberId = "100200300";
const filters: QueueFilter[] = [
  { state: "new", assignee: null, channelId: null, sort: "oldest" },
  { state: "new", assignee: "me", channelId: null, sort: "newest" },
  { state: "pending", assignee: null, channelId: null, sort: "oldest" },
  { state: "resolved", assignee: null, channelId: null, sort: "newest" },
];

let server: Awaited<ReturnType<typeof startServer>>;
let me = "";
let bruno = "";
let channelId = "";
let written = 0;

beforeAll(async () => {
  if (!isBuilt) return;
  server = await startServer();
  const { session } = await api.post("/setup", { organisation: "Maison Lune", name: "Diane", email: "diane@maison-lune.fr", password, language: "fr" });
  rememberCsrfToken(session.csrfToken);
  me = session.member.id;
  const invited = await api.post("/members", { name: "Bruno", email: "bruno@maison-lune.fr", role: "agent", teamIds: [], language: "fr" });
  bruno = invited.member.id;
  await server.accept(invited.link.url.split("/").at(-1)!, password);
  const connected = await api.post("/channels", { kind: "whatsapp", name: "WhatsApp", settings: { phoneNumberId: numberId, businessAccountId: "400500600", accessToken: "token", appSecret, apiUrl: "http://127.0.0.1:9" } });
  channelId = connected.id;
  await fetchDirectory();
}, 120_000);

afterAll(() => server?.stop());

/** A customer does something on WhatsApp, and the server has made of it what it makes. */
async function does(from: string, name: string, type: string, content: object) {
  const before = (await api.get("/queue/counters")).position;
  const message = { from, id: `wamid.${++written}`, timestamp: String(Math.floor(Date.now() / 1000)), type, [type]: content };
  const value = { messaging_product: "whatsapp", metadata: { display_phone_number: "33100200300", phone_number_id: numberId }, contacts: [{ profile: { name }, wa_id: from }], messages: [message] };
  await server.deliver(channelId, appSecret, { object: "whatsapp_business_account", entry: [{ id: "400500600", changes: [{ field: "messages", value }] }] });
  while ((await api.get("/queue/counters")).position === before) await new Promise((resolve) => setTimeout(resolve, 20));
}
const zoeWrites = (body: string) => does("33600000001", "Zoé", "text", { body });
const yannWrites = (body: string) => does("33600000002", "Yann", "text", { body });

const conversations = async () => (await Promise.all((["new", "pending", "resolved"] as const).map((state) => api.get(`/conversations?state=${state}&sort=newest&limit=50`)))).flatMap((page) => page.items);
const rowOf = async (name: string) => (await conversations()).filter((row) => row.contact.name === name).sort((a, b) => b.number - a.number)[0]!;

/** What there is to be done, in an order in which it can be done. */
async function acts(id: string, threadId: string): Promise<[string, () => Promise<unknown>][]> {
  const at = `/conversations/${id}` as const;
  const contact = async () => (await api.get(at)).contact;
  const topic = (await api.post("/topics", { name: "Livraison", description: null, parentId: null })).id;
  const tag = (await api.post("/tags", { name: "Compliment", description: null })).id;
  const reason = (await api.get("/resolve-reasons")).items.find((one) => one.isUsed && one.comment === "optional")?.id ?? null;
  const alias: string = "loyalty";
  await api.post("/contact-attributes", { name: "Fidélité", alias, format: "text", choices: null });
  const messages = async () => (await api.get(`/threads/${threadId}/messages?limit=50`)).items;
  const answer = () => api.post(`${at}/messages`, { clientId: crypto.randomUUID(), text: "Bonjour Zoé", uploadIds: null, replyToId: null, template: null, savedReplyIds: null });
  const bulk = async (kind: "resolve" | "pend" | "assign" | "addTopic" | "removeTopic", more: { memberId?: string; topicId?: string } = {}) =>
    api.post("/bulk-actions?", { kind, items: (await conversations()).map((row) => ({ id: row.id, version: row.version })), all: false, reasonId: null, comment: null, memberId: null, topicId: null, ...more }, crypto.randomUUID());
  const inBulkAndBack = async (...[kind, more]: Parameters<typeof bulk>) => api.delete(`/bulk-actions/${(await bulk(kind, more)).id}`);
  return [
    ["a message", () => zoeWrites("Où est mon colis ?")],
    ["another customer", () => yannWrites("Bonsoir")],
    ["a reaction", async () => does("33600000001", "Zoé", "reaction", { message_id: "wamid.1", emoji: "❤️" })],
    ["read", () => api.put(`${at}/read`)],
    ["a draft", () => api.put(`${at}/draft`, { mode: "reply", text: "Votre colis" })],
    ["given to a colleague", () => api.put(`${at}/assignee`, { memberId: bruno, ifUnassigned: false })],
    ["given to nobody", () => api.put(`${at}/assignee`, { memberId: null, ifUnassigned: false })],
    ["taken", () => api.put(`${at}/assignee`, { memberId: me, ifUnassigned: true })],
    ["an answer taken back", async () => api.delete(`/messages/${(await answer()).id}`)],
    ["an answer", answer],
    ["a note", () => api.post(`${at}/notes`, { clientId: crypto.randomUUID(), text: "Cliente fidèle" })],
    ["back to New", () => api.delete(`${at}/pending`)],
    ["pending", () => api.put(`${at}/pending`)],
    ["a topic", () => api.put(`${at}/topics/${topic}`)],
    ["no topic", () => api.delete(`${at}/topics/${topic}`)],
    ["a tag", async () => api.put(`/messages/${(await messages())[0]!.id}/tags/${tag}`)],
    ["no tag", async () => api.delete(`/messages/${(await messages())[0]!.id}/tags/${tag}`)],
    ["an attribute", async () => api.put(`/contacts/${(await contact()).id}/attributes/${alias}`, { value: "Or" })],
    ["no attribute", async () => api.delete(`/contacts/${(await contact()).id}/attributes/${alias}`)],
    ["a note on the contact", async () => api.post(`/contacts/${(await contact()).id}/notes`, { text: "Appelle le soir" })],
    ["another on the contact", async () => api.patch(`/contacts/${(await contact()).id}/notes/${(await contact()).notes[0]!.id}`, { text: "Appelle le matin" })],
    ["none on the contact", async () => api.delete(`/contacts/${(await contact()).id}/notes/${(await contact()).notes[0]!.id}`)],
    ["VIP", async () => api.put(`/contacts/${(await contact()).id}/vip`)],
    ["not VIP", async () => api.delete(`/contacts/${(await contact()).id}/vip`)],
    ["another name", async () => api.patch(`/contacts/${(await contact()).id}`, { name: "Zoé Martin", email: "zoe@example.com", phone: null, language: "fr" })],
    ["a boomerang", () => api.put(`${at}/boomerang`, { at: new Date(Date.now() + 3_600_000).toISOString(), then: "pending", note: "Demain", reasonId: null, comment: null })],
    ["no boomerang", () => api.delete(`${at}/boomerang`)],
    ["resolved for a reason", () => api.put(`${at}/resolution`, { reasonId: reason, comment: "Réglé" })],
    ["reopened", () => api.delete(`${at}/resolution`)],
    ["several pended, and back", () => inBulkAndBack("pend")],
    ["several given, and back", () => inBulkAndBack("assign", { memberId: bruno })],
    ["several with a topic", () => bulk("addTopic", { topicId: topic })],
    ["several without", () => bulk("removeTopic", { topicId: topic })],
    ["several resolved, and back", () => inBulkAndBack("resolve")],
    ["two who are one", async () => api.post(`/contacts/${(await contact()).id}/merges`, { other: (await rowOf("Yann")).contact.id })],
    ["two again", async () => api.delete(`/contacts/${(await contact()).id}/merges/${(await contact()).merges[0]!.id}`)],
    ["blocked", async () => api.put(`/contacts/${(await contact()).id}/block`)],
    ["what a blocked one writes", () => zoeWrites("Vous m’entendez ?")],
    ["not blocked", async () => api.delete(`/contacts/${(await contact()).id}/block`)],
    ["resolved", () => api.put(`${at}/resolution`, { reasonId: null, comment: null })],
    ["the next conversation", () => zoeWrites("Encore une chose")],
  ];
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** The inbox as somebody who opens it now has it: every list, and this conversation. */
async function load(id: string) {
  const lists = [];
  for (const filter of filters) {
    forget();
    await showQueue(filter, me);
    await fetchCounters();
    lists.push(queue.get());
  }
  forget();
  await openThread(id);
  return { lists, thread: thread.get() };
}

/** Also what is still to come of itself (a delivery that fails) has come. */
async function loadAtRest(id: string) {
  for (let before = -1; ;) {
    const { position } = await api.get("/queue/counters");
    const loaded = await load(id);
    if (position === before && (await api.get("/queue/counters")).position === position) return { position, loaded };
    before = position;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const withoutZeros = (counters: Record<string, number>) => Object.fromEntries(Object.entries(counters).filter(([, count]) => count !== 0));

/** What is on screen. A draft is its writer's own browser's, which knows it better than any event. */
const shown = ({ lists, thread: { view, messages, conversations: past, trail } }: Loaded) => ({
  lists: lists.map(({ filter, rows, counters }) => ({ filter, rows, counters: withoutZeros(counters) })),
  row: view!.row, contact: view!.contact, window: view!.window, messages, past, trail,
});

it.runIf(isBuilt)("keeps an inbox loaded at any moment equal to a fresh one, by events alone", async () => {
  await zoeWrites("Bonjour");
  const { id, threadId } = await rowOf("Zoé");
  const moments: { before: string; loaded: Loaded }[] = [];
  for (const [before, act] of await acts(id, threadId)) {
    moments.push({ before, loaded: await load(id) });
    await act();
  }

  const { position: end, loaded: fresh } = await loadAtRest(id);
  const events: EventView[] = (await api.get("/events?after=0&limit=500")).items;
  expect(events.at(-1)!.position).toBe(end);
  server.rest();
  for (const { before, loaded } of moments) {
    const lists = [];
    for (const list of loaded.lists) {
      const from = Math.min(list.position, list.countersAt);
      forget();
      startAt(from);
      queue.set(list);
      await takeBatch({ from, to: end, events: events.filter((event) => event.position > from) });
      lists.push(queue.get());
    }
    forget();
    startAt(loaded.thread.position);
    thread.set(loaded.thread);
    await takeBatch({ from: loaded.thread.position, to: end, events: events.filter((event) => event.position > loaded.thread.position) });
    await server.settled();
    expect(shown({ lists, thread: thread.get() }), `loaded before: ${before}`).toEqual(shown(fresh));
  }
}, 240_000);
