import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationRow } from "../api/types";
import { emptyQueue, queue } from "./queue";
import { clearSelection, isSelecting, select, selectAll, selection } from "./selection";

const rows = ["a", "b", "c", "d", "e"].map((id) => ({ id }) as ConversationRow);
const chosen = () => [...selection.get().ids].sort().join("");

beforeEach(() => {
  clearSelection();
  queue.set({ ...emptyQueue, rows, status: "ready" });
});

describe("the selection", () => {
  it("takes one more, and gives it back", () => {
    select("b");
    select("d");
    expect(chosen()).toBe("bd");
    select("b");
    expect(chosen()).toBe("d");
  });

  it("reaches from the last one chosen, in either direction", () => {
    select("b");
    select("d", true);
    expect(chosen()).toBe("bcd");
    select("a", true);
    expect(chosen()).toBe("abcd");
  });

  it("is of one row where there is none to reach from", () => {
    select("c", true);
    expect(chosen()).toBe("c");
  });

  it("means the whole list only while there is more than is fetched, and nothing was given back", () => {
    selectAll();
    expect([selection.get().isAll, chosen()]).toEqual([false, "abcde"]);
    queue.set({ next: "cursor" });
    selectAll();
    expect(selection.get().isAll).toBe(true);
    select("c");
    expect([selection.get().isAll, chosen()]).toEqual([false, "abde"]);
  });

  it("is over when it is cleared", () => {
    select("c");
    clearSelection();
    expect(isSelecting(selection.get())).toBe(false);
  });
});
