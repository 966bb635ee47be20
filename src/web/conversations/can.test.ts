import { describe, expect, it } from "vitest";
import { channels, Story } from "../mock/story";
import { canIn, canPrivately, mayAnswerPrivately, mayDelete } from "./can";

const web = channels[0]!;
const page = { capabilities: { ...web.capabilities, public: { ...web.capabilities, text: { max: 280, unit: "chars" as const, splitsAt: null }, privateReplyHours: 168 } } };
const row = { ...new Story(() => 0).receive(web.id, "Zoé", "Joli").row, visibility: "public" as const };

describe("what may be done under a post", () => {
  it("has limits of its own where others read along", () => {
    expect([canIn(page, "public")?.text.max, canIn(page, "private")?.text.max, canIn(web, "public")?.text.max]).toEqual([280, 4096, 4096]);
  });

  it("is answered in private where the network allows it, with words alone", () => {
    expect([mayAnswerPrivately(page, row), mayAnswerPrivately(page, { ...row, visibility: "private" }), mayAnswerPrivately(web, row)]).toEqual([true, false, false]);
    expect(canPrivately(page)?.attachments.max).toBe(0);
  });

  it("is deleted where the network allows it: what we say once it has left, and what others say where it gives us that", () => {
    const theirs = new Story(() => 0).receive(web.id, "Zoé", "Nul").messages[0]!;
    const ours = (status: typeof theirs.delivery.status) => ({ ...theirs, direction: "out" as const, delivery: { ...theirs.delivery, status } });
    const may = (deletes: "none" | "ours" | "all") => [theirs, ours("sent"), ours("queued"), ours("failed")].map((message) => mayDelete({ ...web.capabilities, deletes }, message));
    expect([may("none"), may("ours"), may("all")]).toEqual([[false, false, false, false], [false, true, false, false], [true, true, false, false]]);
    expect(mayDelete({ ...web.capabilities, deletes: "all" }, { ...theirs, direction: "note" })).toBe(false);
  });
});
