import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../api/client";
import type { ConversationView, MessageView } from "../api/types";

const put = vi.hoisted(() => vi.fn());
const post = vi.hoisted(() => vi.fn());
vi.mock("../api/client", async (original) => ({ ...(await original<object>()), api: { put, post } }));
const { draftOf, drafts, receiveDraft, write, changeDraft, turnTo } = await import("./drafts");
const { outgoing, sendDraft } = await import("./outgoing");

const text = (conversationId: string, mode: "reply" | "private" | "note") => draftOf(drafts.get(), conversationId)[mode];
const view = (id: string, reply: string | null) => ({ row: { id }, draft: { reply, note: null } }) as ConversationView;
const open = (...ids: string[]) => ids.forEach((id) => receiveDraft(view(id, null)));
const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  drafts.set({ byConversation: {} });
  outgoing.set({ items: [] });
  put.mockReset().mockResolvedValue(undefined);
  post.mockReset();
});

describe("a draft", () => {
  it("is on the server within a second of the last key", async () => {
    open("a");
    write("a", "reply", "Bon");
    write("a", "reply", "Bonjour");
    await settle(1000);
    expect(put.mock.calls).toEqual([["/conversations/a/draft", { mode: "reply", text: "Bonjour" }]]);
  });

  it("never leaks into another conversation or the other mode", async () => {
    open("a", "b");
    write("a", "reply", "pour le client");
    write("a", "note", "pour l’équipe");
    await settle(1000);
    expect([text("a", "reply"), text("a", "note"), text("b", "reply"), text("b", "note")]).toEqual(["pour le client", "pour l’équipe", "", ""]);
    expect(put.mock.calls.map(([, body]) => body)).toEqual([{ mode: "reply", text: "pour le client" }, { mode: "note", text: "pour l’équipe" }]);
  });

  it("is never overtaken by an older save", async () => {
    let finish = () => {};
    put.mockImplementationOnce(() => new Promise<void>((resolve) => (finish = resolve)));
    open("c");
    write("c", "reply", "un");
    await settle(1000);
    write("c", "reply", "un deux");
    await settle(1000);
    expect(put).toHaveBeenCalledTimes(1);
    finish();
    await settle(0);
    expect(put.mock.lastCall).toEqual(["/conversations/c/draft", { mode: "reply", text: "un deux" }]);
  });

  it("is saved again after a failure", async () => {
    put.mockRejectedValueOnce(new ApiError(0, "network"));
    open("d");
    write("d", "reply", "encore");
    await settle(5000);
    expect(put).toHaveBeenCalledTimes(2);
  });

  it("on screen counts more than the server's when a conversation is opened again", () => {
    receiveDraft(view("e", "du serveur"));
    write("e", "reply", "à l’écran");
    receiveDraft(view("e", "du serveur"));
    expect(text("e", "reply")).toBe("à l’écran");
  });
});

describe("a draft that arrives late", () => {
  it("loses nothing of what was written meanwhile", async () => {
    write("f", "reply", "déjà écrit");
    await settle(5000);
    expect(put).not.toHaveBeenCalled();
    receiveDraft(view("f", "gardé hier"));
    expect(text("f", "reply")).toBe("gardé hier\ndéjà écrit");
    await settle(1000);
    expect(put.mock.lastCall).toEqual(["/conversations/f/draft", { mode: "reply", text: "gardé hier\ndéjà écrit" }]);
  });
});

describe("the box", () => {
  it("is the one where something is kept", () => {
    receiveDraft({ row: { id: "k" }, draft: { reply: null, note: "à voir" } } as ConversationView);
    expect(draftOf(drafts.get(), "k").mode).toBe("note");
  });

  it("stays the one that was chosen before the kept text came", () => {
    turnTo("l", "note");
    receiveDraft(view("l", "du serveur"));
    expect([draftOf(drafts.get(), "l").mode, text("l", "reply")]).toEqual(["note", "du serveur"]);
  });
});

describe("sending", () => {
  const message = (clientId: string) => ({ id: "m", threadId: "t", clientId }) as MessageView;

  it("empties its own mode only", async () => {
    post.mockImplementation((_: string, body: { clientId: string }) => Promise.resolve(message(body.clientId)));
    write("f", "note", "une note");
    write("f", "reply", "une réponse");
    expect(sendDraft("f")).toBe(true);
    expect([text("f", "reply"), text("f", "note")]).toEqual(["", "une note"]);
    await settle(0);
    expect(outgoing.get().items).toEqual([]);
  });

  it("tries again under the same client id while the line is down", async () => {
    post.mockRejectedValueOnce(new ApiError(0, "network")).mockImplementation((_: string, body: { clientId: string }) => Promise.resolve(message(body.clientId)));
    write("g", "reply", "bonjour");
    sendDraft("g");
    await settle(3000);
    const ids = post.mock.calls.map(([, body]) => (body as { clientId: string }).clientId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("keeps what the server refuses, with the reason", async () => {
    post.mockRejectedValueOnce(new ApiError(422, "message.window_closed"));
    write("h", "reply", "trop tard");
    sendDraft("h");
    await settle(0);
    expect(outgoing.get().items.map((item) => [item.text, (item.error as ApiError).code])).toEqual([["trop tard", "message.window_closed"]]);
  });

  it("goes out in private only from where it was written in private", async () => {
    post.mockImplementation((_: string, body: { clientId: string }) => Promise.resolve(message(body.clientId)));
    write("j", "private", "votre adresse ?");
    write("j", "reply", "on vous écrit");
    turnTo("j", "private");
    sendDraft("j");
    await settle(0);
    expect(post.mock.calls.map(([, body]) => [(body as { text: string }).text, (body as { privately: boolean }).privately])).toEqual([["votre adresse ?", true]]);
    expect([text("j", "private"), text("j", "reply")]).toEqual(["", "on vous écrit"]);
  });

  it("waits for a file that is still on its way", () => {
    write("i", "reply", "voici");
    changeDraft("i", { files: [{ key: "k", file: new File(["x"], "x.txt"), preview: null, upload: null, error: null }] });
    expect(sendDraft("i")).toBe(false);
    expect(text("i", "reply")).toBe("voici");
  });
});
