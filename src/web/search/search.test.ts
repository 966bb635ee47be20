import { describe, expect, it } from "vitest";
import type { ConversationRow, EventView, SearchResult } from "../api/types";
import { channels, Story } from "../mock/story";
import { searchIn } from "./place";
import { applied, found, type SearchState } from "./search";
import { hitsOf } from "./SearchResults";

const resultOf = (conversation: ConversationRow): SearchResult => ({ conversation, hits: [{ messageId: "m1", direction: "in", author: null, at: conversation.openedAt, excerpt: [] }, { messageId: null, direction: null, author: null, at: conversation.openedAt, excerpt: [] }] });

function shop() {
  const story = new Story();
  story.receive(channels[0]!.id, "Zoé Lambert", "Où est mon colis");
  const row = structuredClone([...story.kept.values()][0]!.row);
  const state: SearchState = { ...found.get(), status: "ready", results: [resultOf(row)], position: story.position };
  return { story, row, state, since: () => story.events.filter((event) => event.position > state.position) };
}

describe("what was found", () => {
  it("shows its conversation as it stands after every event", () => {
    const { story, row, state, since } = shop();
    story.assign(row.id, "ana", "ana");
    story.enterState(row.id, "ana", "resolved", "conversationResolved");

    const shown = since().reduce(applied, state);

    expect(shown.results[0]!.conversation).toEqual(story.kept.get(row.id)!.row);
    expect(shown.results[0]!.hits).toEqual(state.results[0]!.hits);
  });

  it("is gone when its conversation is hidden", () => {
    const { row, state } = shop();
    const hidden = { position: state.position + 1, kind: "conversationHidden", moved: { from: null, to: null }, detail: { conversationId: row.id } } as unknown as EventView;

    expect(applied(state, hidden).results).toEqual([]);
  });

  it("is walked through line by line, each with a key of its own", () => {
    const { row } = shop();

    expect(hitsOf([resultOf(row)]).map((hit) => hit.messageId)).toEqual(["m1", null]);
    expect(new Set(hitsOf([resultOf(row)]).map((hit) => hit.key)).size).toBe(2);
  });
});

describe("the address of a search", () => {
  it("holds the words and what narrows it", () => {
    expect(searchIn(new URLSearchParams("state=pending&search=lampe&search.state=resolved&search.vip=true"))).toEqual({ words: "lampe", filter: { state: "resolved", vip: "true" } });
  });

  it("holds none when there is none", () => {
    expect(searchIn(new URLSearchParams("state=pending"))).toBeNull();
  });
});
