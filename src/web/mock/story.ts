import type { Actor, Attachment, Capabilities, Channel, ConversationRow, ConversationState, EventView, Member, MessageKind, MessageView, QueuePlace, TrailLine } from "../api/types";

const image = { maxBytes: 5_000_000, types: ["image/jpeg", "image/png", "image/webp", "image/svg+xml"] };
const plain: Capabilities = {
  text: { max: 4096, unit: "chars", splitsAt: null }, attachments: { max: 10, kinds: { image, document: { maxBytes: 20_000_000, types: ["*/*"] } } },
  replyWindowHours: null, templates: false, replyTo: true, reactions: [], typingOut: true, readOut: true,
  deliveredReceipts: true, readReceipts: true, edits: false, removals: false, hiding: false, deletes: "none", privateReplyHours: null, unknownPolicy: "ask", price: null, public: null,
};
const channel = (id: string, name: string, kind: string, capabilities: Partial<Capabilities> = {}): Channel => ({
  id, name, kind, status: "active", problem: null, runsLow: null, capabilities: { ...plain, ...capabilities }, everyone: true, teamIds: [], memberIds: [], autoAssignOnReply: true, hours: null,
});
const member = (id: string, name: string, role: Member["role"], presence: Member["presence"]): Member => ({
  id, name, role, presence, email: `${id}@maisonlune.example`, language: "fr", shortCode: null, teamIds: [], status: "active",
});

export const channels = [channel("ch-web", "Messagerie du site", "messenger"), channel("ch-wa", "WhatsApp Maison Lune", "whatsapp", { replyWindowHours: 24, templates: true }), channel("ch-shop", "Suivi de commandes", "custom", { readReceipts: false }), channel("ch-mail", "contact@maison-lune.example", "mail", { readReceipts: false })];
export const members = [member("ana", "Ana Ribeiro", "agent", "available"), member("bruno", "Bruno Keller", "agent", "away"), member("chloe", "Chloé Morel", "supervisor", "available")];
export const me = members[0]!;

interface Kept { row: ConversationRow; messages: MessageView[]; trail: TrailLine[] }

/** What the server's trail does not repeat, because the messages themselves show it. */
const shown = new Set(["messageReceived", "messageQueued", "messageDelivery", "noteAdded"]);

/** A shop in memory that keeps the promises of the API: whole snapshots, gap-free positions, counters that move. */
export class Story {
  position = 0;
  events: EventView[] = [];
  readonly kept = new Map<string, Kept>();
  onEvent: (event: EventView) => void = () => {};
  now: () => number;
  private lastId = 0;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  id = (kind: string) => `${kind}-${String(++this.lastId).padStart(6, "0")}`;
  at = () => new Date(this.now()).toISOString();
  member = (id: string): Actor => ({ kind: "member", id, name: members.find((one) => one.id === id)!.name });
  contact = (kept: Kept): Actor => ({ kind: "contact", id: kept.row.contact.id, name: kept.row.contact.name });
  ofThread = (threadId: string) => [...this.kept.values()].filter((one) => one.row.threadId === threadId);

  counters() {
    const places = [...this.kept.values()].map(({ row }) => row).filter((row) => row.state !== "resolved");
    const sums = new Map<string, QueuePlace & { count: number }>();
    for (const { channelId, state, assigneeId } of places) {
      const key = `${channelId}|${state}|${assigneeId}`;
      sums.set(key, { channelId, state, assigneeId, count: (sums.get(key)?.count ?? 0) + 1 });
    }
    return [...sums.values()];
  }

  private place = (row: ConversationRow): QueuePlace => ({ channelId: row.channelId, state: row.state, assigneeId: row.assigneeId });

  /** Changes a row, gives it a new version and tells everyone. */
  private happen(kind: string, kept: Kept, actor: Actor, change: Partial<ConversationRow>, message: MessageView | null = null, detail: Record<string, unknown> | null = null, isNew = false) {
    const from = isNew ? null : this.place(kept.row);
    kept.row = { ...kept.row, ...change, version: kept.row.version + 1 };
    const to = this.place(kept.row);
    const moved = JSON.stringify(from) === JSON.stringify(to) ? null : { from, to };
    const event: EventView = { position: ++this.position, kind, at: this.at(), actor, trail: !shown.has(kind), conversation: { ...kept.row }, message: message && structuredClone(message), contact: kept.row.contact, moved, detail, notices: null };
    if (event.trail) kept.trail.push({ position: event.position, at: event.at, kind, actor, conversationId: kept.row.id, detail });
    this.events.push(event);
    this.onEvent(event);
  }

  private enter = (kept: Kept, state: ConversationState): Partial<ConversationRow> => (kept.row.state === state ? {} : { state, stateSince: this.at(), resolvedAt: state === "resolved" ? this.at() : null, ...(state === "resolved" ? { assigneeId: null, boomerangAt: null } : {}) });

  private message(kept: Kept, direction: MessageView["direction"], author: Actor, text: string, part: Partial<MessageView> = {}): MessageView {
    const delivery: MessageView["delivery"] = { status: direction === "out" ? "queued" : "none", at: this.at(), code: null, reason: null };
    const message: MessageView = { id: this.id("m"), conversationId: kept.row.id, threadId: kept.row.threadId, direction, author, kind: "text", text, attachments: [], replyTo: null, extra: null, reactions: [], tagIds: [], mentionIds: [], at: this.at(), delivery, undoUntil: null, editedAt: null, removedAt: null, removedBy: null, hiddenAt: null, clientId: null, version: 1, ...part };
    kept.messages.push(message);
    return message;
  }

  /** A customer writes; a resolved conversation is followed by a new one in the same thread. */
  receive(channelId: string, name: string, text: string, part: { kind?: MessageKind; extra?: Record<string, unknown>; attachments?: Attachment[] } = {}) {
    const contactId = `c-${name}`;
    const threadId = `t-${channelId}-${name}`;
    const open = this.ofThread(threadId).find((one) => one.row.state !== "resolved");
    const kept = open ?? this.open(channelId, threadId, contactId, name);
    const message = this.message(kept, "in", this.contact(kept), text, part);
    this.happen("messageReceived", kept, this.contact(kept), { ...this.enter(kept, "new"), boomerangAt: null, lastMessageAt: this.at(), preview: { text, direction: "in", kind: message.kind } }, message);
    return kept;
  }

  private open(channelId: string, threadId: string, contactId: string, name: string): Kept {
    const id = this.id("conv");
    const row: ConversationRow = { id, number: this.kept.size + 1, state: "new", version: 0, channelId, threadId, contact: { id: contactId, name, avatarUrl: null, vip: false, language: "fr" }, assigneeId: null, visibility: "private", preview: { text: "", direction: "in", kind: "text" }, openedAt: this.at(), stateSince: this.at(), lastMessageAt: this.at(), resolvedAt: null, resolveReasonId: null, resolveComment: null, boomerangAt: null, boomerangNote: null, topicIds: [], teamIds: [], priority: 0, holder: null, score: null };
    const kept: Kept = { row, messages: [], trail: [] };
    this.kept.set(id, kept);
    this.happen("conversationOpened", kept, this.contact(kept), {}, null, null, true);
    return kept;
  }

  answer(id: string, memberId: string, text: string, part: Partial<MessageView> = {}) {
    const kept = this.kept.get(id)!;
    const message = this.message(kept, "out", this.member(memberId), text, { undoUntil: new Date(this.now() + 5000).toISOString(), ...part });
    this.happen("messageQueued", kept, this.member(memberId), { ...this.enter(kept, "pending"), assigneeId: kept.row.assigneeId ?? memberId, lastMessageAt: this.at(), preview: { text, direction: "out", kind: message.kind } }, message);
    return message;
  }

  deliver(messageId: string, status: MessageView["delivery"]["status"], code: string | null = null, reason: string | null = null) {
    const kept = [...this.kept.values()].find((one) => one.messages.some((message) => message.id === messageId));
    const message = kept?.messages.find((one) => one.id === messageId);
    if (!kept || !message) return;
    Object.assign(message, { delivery: { status, at: this.at(), code, reason }, undoUntil: null, version: message.version + 1 });
    this.happen("messageDelivery", kept, { kind: "system", id: null, name: "Relais" }, {}, message);
  }

  withdraw(messageId: string, memberId: string) {
    for (const kept of this.kept.values()) {
      const message = kept.messages.find((one) => one.id === messageId);
      if (!message) continue;
      kept.messages = kept.messages.filter((one) => one !== message);
      this.happen("messageWithdrawn", kept, this.member(memberId), {}, message);
    }
  }

  tag(messageId: string, memberId: string, tagId: string) {
    const kept = [...this.kept.values()].find((one) => one.messages.some((message) => message.id === messageId))!;
    const message = kept.messages.find((one) => one.id === messageId)!;
    const isOn = !message.tagIds.includes(tagId);
    Object.assign(message, { tagIds: isOn ? [...message.tagIds, tagId] : message.tagIds.filter((id) => id !== tagId), version: message.version + 1 });
    const told = [{ id: tagId, name: tagId }];
    this.happen("messageTagsChanged", kept, this.member(memberId), {}, message, { added: isOn ? told : [], removed: isOn ? [] : told });
  }

  note(id: string, memberId: string, text: string, clientId: string | null = null) {
    const kept = this.kept.get(id)!;
    const message = this.message(kept, "note", this.member(memberId), text, { clientId });
    this.happen("noteAdded", kept, this.member(memberId), {}, message);
    return message;
  }

  assign(id: string, by: string, assigneeId: string | null) {
    const kept = this.kept.get(id)!;
    this.happen(assigneeId ? "conversationAssigned" : "conversationUnassigned", kept, this.member(by), { assigneeId }, null, assigneeId ? { memberId: assigneeId, name: this.member(assigneeId).name } : null);
  }

  enterState(id: string, by: string, state: ConversationState, kind: string) {
    const kept = this.kept.get(id)!;
    this.happen(kind, kept, this.member(by), this.enter(kept, state));
  }

  boomerang(id: string, by: string, at: string | null, then: ConversationState = "pending") {
    const kept = this.kept.get(id)!;
    this.happen(at ? "boomerangSet" : "boomerangCancelled", kept, this.member(by), { ...(at ? this.enter(kept, then) : {}), boomerangAt: at }, null, at ? { until: at } : null);
  }
}
