import { describe, expect, it } from "vitest";
import { barsOf, lastDays, percent } from "./results";
import { followUp, labelsOf, scoreAt } from "./surveys";

const day = (date: string, asked: number, answered: number, satisfied: number) => ({ date, asked, answered, satisfied, sum: 0 });

describe("results", () => {
  it("adds days up to bars and loses none", () => {
    const [from, to] = [new Date(2026, 0, 1), new Date(2026, 3, 1)];
    const days = [day("2026-01-01", 2, 1, 1), day("2026-01-07", 1, 1, 0), day("2026-01-08", 4, 3, 2), day("2026-03-31", 1, 0, 0)];
    const bars = barsOf(days, from, to);
    expect(bars[0]).toEqual({ from: "2026-01-01", asked: 3, answered: 2, satisfied: 1 });
    expect(bars[1]!.asked).toBe(4);
    expect(bars.reduce((sum, bar) => sum + bar.asked, 0)).toBe(8);
  });

  it("has a bar for every day of a short time, also where nobody was asked", () => {
    expect(barsOf([], new Date(2026, 1, 1), new Date(2026, 1, 8)).length).toBe(7);
  });

  it("counts today among the last days", () => {
    expect(lastDays(7, new Date(2026, 10, 26, 15)).getDate()).toBe(20);
  });

  it("has no percentage of nothing", () => {
    expect(percent(0, 0)).toBe("–");
  });
});

describe("a survey", () => {
  it("has a score for each of its buttons, the worst first", () => {
    for (const kind of ["stars", "smileys", "numbers", "thumbs", "recommendation"] as const) {
      const scores = labelsOf(kind).map((_, at) => scoreAt(kind, at));
      expect([scores[0], scores.at(-1)]).toEqual([1, 5]);
      expect(scores).toEqual([...scores].sort());
    }
  });

  it("asks on as the score is", () => {
    const words = { language: "fr", question: "?", negative: "a", neutral: "b", positive: null, closing: null };
    expect([1, 2, 3, 4, 5].map((score) => followUp(words, score))).toEqual(["a", "a", "b", null, null]);
  });
});
