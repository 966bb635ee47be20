import { describe, expect, it } from "vitest";
import { Story } from "../mock/story";
import { timeline } from "./timeline";

const minute = 60_000;

/** Two conversations of one thread, on two days. */
function thread() {
  let clock = Date.parse("2026-03-02T09:00:00Z");
  const story = new Story(() => clock);
  const { row } = story.receive("ch-web", "Zoé Lambert", "bonjour");
  clock += minute;
  story.receive("ch-web", "Zoé Lambert", "vous êtes là ?");
  clock += minute;
  story.answer(row.id, "ana", "oui !");
  clock += minute;
  story.enterState(row.id, "ana", "resolved", "conversationResolved");
  clock += 24 * 60 * minute;
  story.receive("ch-web", "Zoé Lambert", "me revoilà");
  return story;
}

const items = (story: Story, isComplete = true) => {
  const all = [...story.kept.values()];
  return timeline(all.flatMap((one) => one.messages), all.map(({ row }) => ({ ...row, resolvedBy: null })), all.flatMap((one) => one.trail), [], isComplete);
};

describe("the timeline", () => {
  it("tells boundaries, days, messages and the trail in order", () => {
    expect(items(thread()).map((item) => item.type)).toEqual(["boundary", "day", "message", "message", "message", "trail", "boundary", "day", "message"]);
  });

  it("says once that a contact was merged, whatever the number of its conversations", () => {
    const story = thread();
    const at = "2026-03-04T09:00:00Z";
    const [first, second] = [...story.kept.values()];
    for (const [count, kept] of [first!, second!].entries())
      kept.trail.push({ position: 900 + count, at, kind: "conversationContactMerged", actor: { kind: "member", id: "ana", name: "Ana" }, conversationId: kept.row.id, detail: { former: "Zoé L." } });
    expect(items(story).filter((item) => item.type === "trail" && item.line.kind === "conversationContactMerged")).toHaveLength(1);
  });

  it("joins what one person writes in a row", () => {
    const runs = items(thread()).flatMap((item) => (item.type === "message" ? [[item.startsRun, item.endsRun]] : []));
    expect(runs).toEqual([[true, false], [false, true], [true, true], [true, true]]);
  });

  it("does not repeat in the trail what a message says", () => {
    const story = thread();
    const second = [...story.kept.values()][1]!;
    story.answer(second.row.id, "ana", "re-bonjour");
    second.trail.push({ position: 99, at: story.at(), kind: "conversationPended", actor: story.member("ana"), conversationId: second.row.id, detail: null });
    second.trail.push({ position: 100, at: story.at(), kind: "conversationPended", actor: story.member("bruno"), conversationId: second.row.id, detail: null });
    const lines = items(story).flatMap((item) => (item.type === "trail" ? [item.line.position] : []));
    expect(lines).toContain(100);
    expect(lines).not.toContain(99);
  });

  it("shows the trail only as far back as the messages go", () => {
    const story = thread();
    const second = [...story.kept.values()][1]!;
    const shown = timeline(second.messages, [], [...story.kept.values()].flatMap((one) => one.trail), [], false);
    expect(shown.filter((item) => item.type === "trail")).toEqual([]);
  });
});
