import { describe, expect, it } from "vitest";
import type { Template } from "../api/types";
import { chooseTemplate, emptyDraft, isDone, requestOf, textOf, written } from "./draft";

const template: Template = {
  name: "soldes", language: "fr", category: "MARKETING", status: "APPROVED", header: null, body: "Bonjour {{1}}, {{2}}", footer: null, buttons: [],
  variables: [{ part: "body", index: 1 }, { part: "body", index: 2 }],
};
const now = new Date("2026-11-28T09:00:00Z");
const begun = () => ({ ...chooseTemplate(emptyDraft("canal"), template), name: "Soldes" });

describe("a broadcast that is being written", () => {
  it("goes on when the step is done, and not before", () => {
    expect(isDone("message", emptyDraft("canal"), now)).toBe(false);
    expect(isDone("message", { ...begun(), name: " " }, now)).toBe(false);
    expect(isDone("message", begun(), now)).toBe(true);
    expect(isDone("values", begun(), now)).toBe(false);
    expect(isDone("values", { ...begun(), values: [{ from: "field", field: "contact.first_name", fallback: "vous" }, { from: "text", text: "Paris" }] }, now)).toBe(true);
    expect(isDone("audience", begun(), now)).toBe(false);
    expect(isDone("audience", { ...begun(), groupId: "groupe" }, now)).toBe(true);
    expect(isDone("audience", { ...begun(), audience: "rules", rules: [{ alias: "language", operator: "is", values: [""] }] }, now)).toBe(false);
  });

  it("needs a list where a column fills a gap", () => {
    const draft = { ...begun(), values: [{ from: "column" as const }, { from: "text" as const, text: "Paris" }], groupId: "groupe", list: { name: null, table: "+33612345678" } };
    expect(isDone("audience", draft, now)).toBe(false);
    expect(isDone("audience", { ...draft, audience: "list" }, now)).toBe(true);
  });

  it("leaves at a time to come", () => {
    const later = { ...begun(), isLater: true };
    expect(isDone("check", later, now)).toBe(false);
    expect(isDone("check", { ...later, startAt: "2020-01-01T10:00" }, now)).toBe(false);
    expect(isDone("check", { ...later, startAt: "2099-01-01T10:00" }, now)).toBe(true);
    expect(requestOf({ ...later, startAt: "2099-01-01T10:00" }).startAt).toBe(new Date("2099-01-01T10:00").toISOString());
  });

  it("fills gaps with words and with what is known, and no fallback breaks out of its braces", () => {
    expect(written({ from: "text", text: " Paris " })).toBe("Paris");
    expect(written({ from: "field", field: "contact.first_name", fallback: "vous}} {{x|" })).toBe("{{contact.first_name|vous x}}");
    expect(written({ from: "column" })).toBe("");
  });

  it("sends one audience only", () => {
    const draft = { ...begun(), groupId: "groupe", list: { name: "a.csv", table: "+33612345678" } };
    expect(requestOf(draft).audience).toEqual({ groupId: "groupe", rules: null, list: null });
    expect(requestOf({ ...draft, audience: "list" }).audience).toEqual({ groupId: null, rules: null, list: { name: "a.csv", table: "+33612345678" } });
    expect(requestOf({ ...draft, consent: "  " }).consent).toBeNull();
  });

  it("reads what a spreadsheet saved, in UTF-8 or not", () => {
    expect(textOf(new Uint8Array([0xc3, 0xa9]).buffer)).toBe("é");
    expect(textOf(new Uint8Array([0xe9]).buffer)).toBe("é");
  });
});
