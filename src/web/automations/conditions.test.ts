import { describe, expect, it } from "vitest";
import { isComplete, keywordsIn, newCondition, newDraft, newGroup } from "./conditions";

describe("keywords", () => {
  it.each([
    ["spam, promo", ["spam", "promo"]],
    [" spam ,, promo , ", ["spam", "promo"]],
    ["bonjour\nau revoir", ["bonjour", "au revoir"]],
    ['"oui, merci", non', ["oui, merci", "non"]],
    ["« trop, c’est trop » , fini", ["trop, c’est trop", "fini"]],
    ['"dit ""oui""", x', ['dit "oui"', "x"]],
    ['écran 27", souris', ['écran 27"', "souris"]],
    ['"jamais fermé, deux', ['"jamais fermé', "deux"]],
    ['"bon" jour, deux', ['"bon" jour', "deux"]],
    ['"", ,', []],
  ])("reads %s as the server does", (written, expected) => expect(keywordsIn(written)).toEqual(expected));
});

it("is complete once every condition, the actions and the channels are there", () => {
  const draft = { ...newDraft(), filter: { joint: "any" as const, groups: [newGroup(newCondition("containsAny", "merci"))] }, actions: [{ kind: "resolve" as const, id: null }] };
  expect(isComplete(draft, false)).toBe(true);
  expect(isComplete(draft, true)).toBe(false);
  expect(isComplete({ ...draft, everyChannel: false }, false)).toBe(false);
  expect(isComplete({ ...draft, actions: [{ kind: "tag", id: null }] }, false)).toBe(false);
  expect(isComplete({ ...draft, filter: { joint: "any", groups: [newGroup(newCondition("containsAny", " , "))] } }, false)).toBe(false);
});
