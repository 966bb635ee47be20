import { describe, expect, it } from "vitest";
import type { EventView, QueuePlace } from "../api/types";
import { followed, loadText } from "./load";

const start = { new: 2, pending: 1, limit: 5, countsPending: false, position: 10, me: "ana" };
const moved = (position: number, from: Partial<QueuePlace> | null, to: Partial<QueuePlace>) => ({ position, moved: { from, to } }) as unknown as EventView;

describe("one's own load", () => {
  it("grows with what one is given and shrinks with what one answers or hands on", () => {
    const given = followed(start, moved(11, { state: "new", assigneeId: null }, { state: "new", assigneeId: "ana" }));
    expect(loadText(given)).toBe("3 / 5");
    const answered = followed(given, moved(12, { state: "new", assigneeId: "ana" }, { state: "pending", assigneeId: "ana" }));
    expect([loadText(answered), answered.pending]).toEqual(["2 / 5", 2]);
    const over = followed(answered, moved(13, { state: "pending", assigneeId: "ana" }, { state: "resolved", assigneeId: null }));
    expect([loadText(over), over.pending]).toEqual(["2 / 5", 1]);
    expect(followed(over, moved(14, { state: "new", assigneeId: "bruno" }, { state: "new", assigneeId: null }))).toBe(over);
  });

  it("ignores what the snapshot had already", () => {
    expect(followed(start, moved(10, null, { state: "new", assigneeId: "ana" }))).toBe(start);
  });

  it("counts pending ones where the teams say so, and shows no limit where there is none", () => {
    expect(loadText({ ...start, countsPending: true })).toBe("3 / 5");
    expect(loadText({ ...start, limit: null })).toBeNull();
  });
});
