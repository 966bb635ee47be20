import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ConversationRow } from "../api/types";

const get = vi.hoisted(() => vi.fn());
vi.mock("../api/client", async (original) => ({ ...(await original<object>()), api: { get } }));
const { emptyQueue, queue } = await import("./queue");
const { emptyThread, openThread, thread } = await import("./thread");

const row = (threadId: string) => ({ id: "c", threadId }) as ConversationRow;
const answers = (threadId: string) => (path: string) => {
  if (path === "/conversations/c") return Promise.resolve({ row: row(threadId), position: 7 });
  if (path === `/threads/${threadId}/messages?limit=50`) return Promise.resolve({ items: [{ id: `m-${threadId}` }], conversations: [], trail: [], next: null, position: 7 });
  return Promise.reject(Object.assign(new Error("not found"), { status: 404 }));
};
const shown = () => [thread.get().status, thread.get().messages.map((message) => message.id)];

beforeEach(() => {
  get.mockReset();
  thread.set(emptyThread);
  queue.set({ ...emptyQueue, rows: [row("t")] });
});

describe("a conversation that is opened", () => {
  it("is asked for together with its messages where the list knows its thread", async () => {
    get.mockReturnValue(new Promise(() => {}));
    void openThread("c");
    expect(get.mock.calls.map(([path]) => path)).toEqual(["/conversations/c", "/threads/t/messages?limit=50"]);
  });

  it.each([["in the list", [row("t")]], ["not in the list", []]])("shows its messages (%s)", async (_, rows) => {
    queue.set({ ...emptyQueue, rows });
    get.mockImplementation(answers("t"));
    await openThread("c");
    expect(shown()).toEqual(["ready", ["m-t"]]);
  });

  it("shows those of the thread it has moved to, whatever the list remembers", async () => {
    get.mockImplementation(answers("u"));
    await openThread("c");
    expect(shown()).toEqual(["ready", ["m-u"]]);
  });
});
