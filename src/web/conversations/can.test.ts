import { describe, expect, it } from "vitest";
import { channels, Story } from "../mock/story";
import { canIn, canPrivately, mayAnswerPrivately } from "./can";

const web = channels[0]!;
const page = { capabilities: { ...web.capabilities, public: { ...web.capabilities, text: { max: 280, unit: "chars" }, privateReplyHours: 168 } } };
const row = { ...new Story(() => 0).receive(web.id, "Zoé", "Joli").row, visibility: "public" as const };

describe("what may be done under a post", () => {
  it("has limits of its own where others read along", () => {
    expect([canIn(page, "public")?.text.max, canIn(page, "private")?.text.max, canIn(web, "public")?.text.max]).toEqual([280, 4096, 4096]);
  });

  it("is answered in private where the network allows it, with words alone", () => {
    expect([mayAnswerPrivately(page, row), mayAnswerPrivately(page, { ...row, visibility: "private" }), mayAnswerPrivately(web, row)]).toEqual([true, false, false]);
    expect(canPrivately(page)?.attachments.max).toBe(0);
  });
});
