import { describe, expect, it } from "vitest";
import { channels } from "../mock/story";
import { measure } from "./measure";
import cases from "./weigh.cases.json";
import { split, weigh } from "./weigh";

const can = (text: { max: number; unit: "chars" | "weighted"; splitsAt: number | null }) => ({ ...channels[0]!.capabilities, text });

describe("a text of short posts", () => {
  it.each(cases)("weighs and is cut as the server does it: $text", ({ text, longest, length, parts }) => {
    expect([weigh(text), split(text, longest)]).toEqual([length, parts]);
  });

  it("counts what the network counts, and goes out in parts where the channel wants that", () => {
    const long = "Bonjour à tous. ".repeat(20);
    expect(measure(can({ max: 280, unit: "weighted", splitsAt: null }), long)).toEqual({ left: -40, parts: [long] });
    expect(measure(can({ max: 2800, unit: "weighted", splitsAt: 280 }), long)).toMatchObject({ left: 2480, parts: { length: 2 } });
    expect(measure(can({ max: 10, unit: "chars", splitsAt: null }), "👍👍")).toEqual({ left: 8, parts: ["👍👍"] });
    expect(measure(can({ max: 10, unit: "weighted", splitsAt: null }), "👍👍").left).toBe(6);
    expect(measure(undefined, long)).toEqual({ left: Infinity, parts: [long] });
  });

  it("is not weighed where whoever pasted a book would wait", () => {
    expect(measure(can({ max: 2800, unit: "weighted", splitsAt: 280 }), "mot ".repeat(100_000)).left).toBeLessThan(0);
  });
});
