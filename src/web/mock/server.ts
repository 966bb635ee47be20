import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { ConversationState } from "../api/types.ts";
import { channels, me, members, type Story } from "./story.ts";
import { shop } from "./shop.ts";

const end = "\x1e";
const nowhere = { channels: [], bulk: false, autoResolve: false, automation: false };
type Answer = { status?: number; body?: unknown };
/** Whatever one of the requests below may bring. */
type Body = { text?: string; clientId?: string; memberId?: string | null; at?: string; then?: ConversationState; template?: { name: string } | null };

const read = (request: IncomingMessage) => new Promise<string>((resolve) => {
  let text = "";
  request.on("data", (chunk) => (text += chunk)).on("end", () => resolve(text));
});

/** Answers the API in `npm run dev` and `npx vite preview` when no real server is named by RELAIS_SERVER. */
export const mockServer = (): Plugin => ({ name: "mock-server", apply: "serve", configureServer: answerFor, configurePreviewServer: answerFor });

function answerFor(server: { middlewares: Connect.Server }) {
  const story = shop();
  const lines = new Set<ServerResponse>();
  const say = (message: object) => lines.forEach((line) => line.write(`data: ${JSON.stringify(message)}${end}\n\n`));
  story.onEvent = (event) => say({ type: 1, target: "events", arguments: [{ from: event.position - 1, to: event.position, events: [event] }] });

  server.middlewares.use((request, response, next) => {
    const url = new URL(request.url!, "http://dev");
    if (/^\/live(\/negotiate)?$/.test(url.pathname)) return void hub(url, request, response);
    if (!url.pathname.startsWith("/api/v1")) return next();
    void read(request).then((text) => {
      const body = text.startsWith("{") ? (JSON.parse(text) as Body) : {};
      const { status = 200, body: out } = answer(story, request.method!, url.pathname.slice(7), url.searchParams, body);
      response.statusCode = out === undefined ? 204 : status;
      response.setHeader("Content-Type", "application/json");
      setTimeout(() => response.end(out === undefined ? "" : JSON.stringify(out)), 40);
    });
  });

  async function hub(url: URL, request: IncomingMessage, response: ServerResponse) {
    if (url.pathname.endsWith("/negotiate")) return response.end(JSON.stringify({ connectionId: "1", connectionToken: "1", negotiateVersion: 1, availableTransports: [{ transport: "ServerSentEvents", transferFormats: ["Text"] }] }));
    if (request.method === "GET") {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": open\n\n");
      lines.add(response);
      const ping = setInterval(() => response.write(`data: {"type":6}${end}\n\n`), 10_000);
      request.on("close", () => (lines.delete(response), clearInterval(ping)));
      return;
    }
    for (const frame of (await read(request)).split(end).filter(Boolean)) {
      const message = JSON.parse(frame);
      if (message.protocol) say({});
      if (message.invocationId) say({ type: 3, invocationId: message.invocationId, result: message.target === "Position" ? story.position : [] });
    }
    response.end();
  }
}

function answer(story: Story, method: string, path: string, query: URLSearchParams, body: Body): Answer {
  const [, root, id, part] = path.split("/");
  const kept = id ? story.kept.get(id) : undefined;
  const position = story.position;
  if (root === "session" && id === "load") return { body: { new: 0, pending: 0, limit: null, countsPending: false, position } };
  if (root === "queue" && id === "next") return { body: { conversationId: null } };
  if (root === "notifications") return { body: { items: [], unread: 0, next: null, position } };
  if (root === "session" && id === "notification-preferences") return { body: { kinds: [], sound: true, quietWhenAway: true, digest: { pace: "whenUnread", afterMinutes: 30, atHour: 8, timeZone: "UTC" }, areMailsSent: false, version: 0 } };
  if (root === "session" && id === "absence") return { body: { items: [] } };
  if (root === "session") return { body: { member: { ...me, availability: "available" }, organisation: { id: "o", name: "Maison Lune", language: "fr" }, permissions: ["useRelais", "seeConversations", "fileConversations", "answerConversations", "assignConversations", "editContacts"], queue: { limit: null, countsPending: false, mayFilter: true, maySort: true, sort: "oldest", mayChooseChannels: true }, csrfToken: "x" } };
  if (root === "contact-attributes" || root === "contact-groups") return { body: { items: [], sweep: { isRunning: false, done: 0, total: 0 } } };
  if (root === "resolve-reasons") return { body: { items: [], reasons: nowhere, topics: nowhere, surveyedChannelIds: [] } };
  if (root === "members") return { body: { items: members } };
  if (root === "teams" || root === "topics" || root === "tags") return { body: { items: [] } };
  if (root === "channels" && part === "templates") return { body: { items: [{ name: "suivi_commande", language: "fr", category: "UTILITY", status: "APPROVED", header: "Votre commande {{1}}", body: "Bonjour {{1}}, votre commande part {{2}}. À bientôt chez Maison Lune !", footer: "Maison Lune", buttons: [], variables: [{ part: "header", index: 1 }, { part: "body", index: 1 }, { part: "body", index: 2 }] }] } };
  if (root === "channels") return { body: { items: channels } };
  if (root === "queue") return { body: { position, items: story.counters() } };
  if (root === "events") return { body: { items: story.events.filter((event) => event.position > Number(query.get("after"))), position, more: false } };
  if (root === "uploads") return { status: 201, body: { id: story.id("u"), name: "photo.png", size: 20_000, contentType: "image/png", kind: "image" } };
  if (root === "threads") {
    const all = story.ofThread(decodeURIComponent(id!));
    return { body: { items: all.flatMap((one) => one.messages), conversations: all.map(({ row, trail }) => ({ ...row, resolvedBy: trail.findLast((line) => line.kind === "conversationResolved")?.actor.name ?? null })), trail: all.flatMap((one) => one.trail), next: null, position } };
  }
  if (root === "messages" && method === "DELETE") return story.withdraw(id!, me.id), {};
  if (root === "messages") return story.deliver(id!, "queued"), setTimeout(() => story.deliver(id!, "delivered"), 1500), {};
  if (root === "conversations" && !id) {
    const wanted = query.get("assignee");
    const rows = [...story.kept.values()].map((one) => one.row).filter((row) => row.state === query.get("state") && (!query.get("channelId") || row.channelId === query.get("channelId")) && (!wanted || row.assigneeId === (wanted === "me" ? me.id : wanted === "none" ? null : wanted)));
    rows.sort((a, b) => (a.stateSince < b.stateSince ? -1 : 1) * (query.get("sort") === "newest" ? -1 : 1));
    return { body: { items: rows, next: null, position } };
  }
  if (root === "contacts" && method === "GET") return { body: contactOf(story, id!) };
  if (root !== "conversations" || !kept) return { status: 404, body: { code: "not_found" } };
  const done = (action: () => unknown): Answer => (action(), {});
  switch (`${method} ${part ?? ""}`) {
    case "GET ": return { body: { row: kept.row, contact: contactOf(story, kept.row.contact.id), window: windowOf(story, kept.row.threadId, kept.row.channelId), draft: { reply: null, note: null, private: null }, previousTopicIds: [], post: null, position } };
    case "POST messages": return { status: 201, body: send(story, id!, body) };
    case "POST notes": return { status: 201, body: story.note(id!, me.id, body.text ?? "", body.clientId) };
    case "PUT assignee": return done(() => story.assign(id!, me.id, body.memberId ?? null));
    case "PUT resolution": return done(() => story.enterState(id!, me.id, "resolved", "conversationResolved"));
    case "DELETE resolution": return done(() => story.enterState(id!, me.id, "new", "conversationReopened"));
    case "PUT pending": return done(() => story.enterState(id!, me.id, "pending", "conversationPended"));
    case "DELETE pending": return done(() => story.enterState(id!, me.id, "new", "conversationReturned"));
    case "PUT boomerang": return done(() => story.boomerang(id!, me.id, body.at ?? null, body.then));
    case "DELETE boomerang": return done(() => story.boomerang(id!, me.id, null));
    default: return {};
  }
}

function send(story: Story, id: string, body: Body) {
  const message = story.answer(id, me.id, body.text || (body.template?.name ?? ""), { clientId: body.clientId });
  setTimeout(() => story.deliver(message.id, "sent"), 5000);
  setTimeout(() => story.deliver(message.id, "delivered"), 6500);
  setTimeout(() => story.deliver(message.id, "read"), 9000);
  return message;
}

function windowOf(story: Story, threadId: string, channelId: string) {
  const hours = channels.find((one) => one.id === channelId)?.capabilities.replyWindowHours;
  const last = story.ofThread(threadId).flatMap((one) => one.messages).findLast((message) => message.direction === "in");
  const closesAt = hours && last ? new Date(Date.parse(last.at) + hours * 3_600_000).toISOString() : null;
  return { closesAt, open: !closesAt || Date.parse(closesAt) > Date.now() };
}

function contactOf(story: Story, contactId: string) {
  const all = [...story.kept.values()].map((one) => one.row).filter((row) => row.contact.id === contactId);
  const contact = all[0]!.contact;
  return { ...contact, email: null, phone: "+33 6 12 34 56 78", language: "fr", vip: false, attributes: [], groups: [], merges: [], createdAt: all[0]!.openedAt, identities: [...new Set(all.map((row) => row.channelId))].map((channelId) => ({ channelId, kind: "", externalId: "33612345678", displayName: contact.name })), conversations: all };
}
