import { describe, expect, it } from "vitest";
import type { ConversationRow, Topic } from "../api/types";
import { channels, Story } from "../mock/story";
import { fits, isAsked, narrowingIn } from "./narrowing";
import { applied, emptyQueue } from "./queue";

const topics = { returns: { id: "returns", parentId: null }, damage: { id: "damage", parentId: "returns" } } as unknown as Record<string, Topic>;

function rowWith(change: Partial<ConversationRow>): ConversationRow {
  const story = new Story();
  story.receive(channels[0]!.id, "Zoé Lambert", "Bonjour");
  return { ...[...story.kept.values()][0]!.row, ...change };
}

describe("a narrowed queue", () => {
  it.each([
    [{ topicId: "returns" }, { topicIds: ["damage"] }, true],
    [{ topicId: "damage" }, { topicIds: ["returns"] }, false],
    [{ team: "none" }, { teamIds: [] }, true],
    [{ team: "night" }, { teamIds: ["day", "night"] }, true],
    [{ priority: "3" }, { priority: 2 }, false],
    [{ boomerang: "true" }, { boomerangAt: null }, false],
    [{ visibility: "public" }, { visibility: "public" as const }, true],
    [{ waiting: "60" }, { stateSince: new Date(Date.now() - 61 * 60_000).toISOString() }, true],
    [{ waiting: "60" }, { stateSince: new Date(Date.now() - 59 * 60_000).toISOString() }, false],
    [{ language: "pt" }, { contact: { ...rowWith({}).contact, language: "pt-BR" } }, true],
    [{ vip: "true", priority: "1" }, { priority: 4 }, false],
    [undefined, {}, true],
  ])("with %o and a row with %o", (narrowing, row, expected) => {
    expect(fits(rowWith(row), narrowing, topics)).toBe(expected);
  });

  it("takes in what comes to fit, and lets go of what no longer does", () => {
    const story = new Story();
    story.receive(channels[0]!.id, "Zoé Lambert", "Bonjour");
    const kept = [...story.kept.values()][0]!;
    const queue = { ...emptyQueue, status: "ready" as const, filter: { ...emptyQueue.filter, narrowing: { boomerang: "true" } } };
    story.boomerang(kept.row.id, "ana", new Date(9e11).toISOString());
    story.events.at(-1)!.conversation!.state = "new";

    const shown = applied(queue, story.events.at(-1)!);
    expect(shown.rows.map((row) => row.id)).toEqual([kept.row.id]);

    const gone = { ...story.events.at(-1)!, position: 99, conversation: { ...shown.rows[0]!, version: 99, boomerangAt: null } };
    expect(applied(shown, gone).rows).toEqual([]);
  });

  it("is read from the address, without what is no filter", () => {
    expect(narrowingIn(new URLSearchParams("state=pending&vip=true&team=&sort=newest"))).toEqual({ vip: "true" });
  });

  it("asks the server where no event tells", () => {
    expect([isAsked({ groupId: "g" }), isAsked({ waiting: "15" }), isAsked({ vip: "true" }), isAsked(undefined)]).toEqual([true, true, false, false]);
  });
});
