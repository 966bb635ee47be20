import { describe, expect, it } from "vitest";
import { copied, moved, newStep, without, wordsOf } from "./responders";

const script = () => {
  const [hello, ask, bye] = [newStep("statement"), newStep("question"), newStep("handOver")];
  ask.answers = [{ label: "Livraison", keywords: [], topicId: null, next: bye.id }];
  hello.next = bye.id;
  return [hello, ask, bye];
};

describe("a script in the editor", () => {
  it("keeps its steps when one of them moves", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  });

  it("leads nowhere that is gone", () => {
    const steps = script();
    const left = without(steps, steps[2]!.id);
    expect(left).toHaveLength(2);
    expect(left[0]!.next).toBeNull();
    expect(left[1]!.answers![0]!.next).toBeNull();
  });

  it("is copied with its own paths", () => {
    const steps = script();
    const copy = copied(steps);
    expect(copy[0]!.next).toBe(copy[2]!.id);
    expect(copy[1]!.answers![0]!.next).toBe(copy[2]!.id);
    expect(copy.map((step) => step.id)).not.toContain(steps[2]!.id);
  });

  it("reads words between commas", () => expect(wordsOf(" humain, conseiller ,, agent")).toEqual(["humain", "conseiller", "agent"]));
});
