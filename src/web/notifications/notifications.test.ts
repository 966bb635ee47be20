import { describe, expect, it } from "vitest";
import type { ConversationRow, EventView, Notification } from "../api/types";
import { applied, nothing, type Notified } from "./notifications";

const me = "bruno";
const row = (id: string, version = 1) => ({ id, version, contact: { id: "zoe", name: "Zoé" } }) as ConversationRow;
const by = { kind: "member", id: "ana", name: "Ana" } as const;
let position = 0;
const event = (part: Partial<EventView>) => ({ position: ++position, kind: "conversationAssigned", at: "2026-11-26T12:00:00.000Z", actor: by, conversation: null, message: null, moved: null, detail: null, notices: null, ...part }) as EventView;
const told = (id: string, conversation: string, kind: Notification["kind"] = "answered", memberId = me) =>
  event({ conversation: row(conversation), notices: [{ id, memberId, kind }], message: { text: "Allô ?" } as EventView["message"] });
const after = (...events: EventView[]): Notified => events.reduce<Notified>((state, one) => applied(state, one, me), { ...nothing, status: "ready", position: 0 });

describe("the bell", () => {
  it("takes what one is told from the event itself", () => {
    const { items, unread } = after(told("n1", "c1"));
    expect(unread).toBe(1);
    expect(items[0]).toMatchObject({ id: "n1", kind: "answered", by, text: "Allô ?", times: 1, isRead: false });
  });

  it("does not hear what others are told", () => expect(after(told("n1", "c1", "answered", "ana")).items).toEqual([]));

  it("counts the same again in one conversation until it is read", () => {
    const again = after(told("n1", "c1"), told("n2", "c2"), told("n3", "c1"));
    expect(again.items.map(({ id, times }) => [id, times])).toEqual([["n3", 2], ["n2", 1]]);
    expect(again.unread).toBe(2);
    const anew = applied(applied(again, event({ kind: "notificationRead", detail: { memberId: me, notificationId: "n3" } }), me), told("n4", "c1"), me);
    expect(anew.items.map(({ id, times, isRead }) => [id, times, isRead])).toEqual([["n4", 1, false], ["n3", 2, true], ["n2", 1, false]]);
    expect(anew.unread).toBe(2);
  });

  it("forgets what one may no longer see, and keeps its conversation fresh", () => {
    const state = after(told("n1", "c1"), event({ conversation: row("c1", 7) }));
    expect(state.items[0]!.conversation.version).toBe(7);
    expect(applied(state, event({ kind: "conversationHidden", detail: { conversationId: "c1" } }), me)).toMatchObject({ items: [], unread: 0 });
  });

  it("counts what comes into the queue, once", () => {
    const place = (state: "new" | "pending", assigneeId: string | null) => ({ state, assigneeId, channelId: "x" });
    const state = after(
      event({ moved: { from: null, to: place("new", null) } }), event({ moved: { from: place("pending", null), to: place("new", null) } }),
      event({ moved: { from: place("new", null), to: place("new", "ana") } }), event({ moved: { from: place("new", null), to: place("new", null) } }),
    );
    expect(state.arrived).toBe(2);
  });
});
