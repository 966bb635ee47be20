import { expect, test } from "vitest";
import { laterTimes } from "./later";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);
const opening = (day: number) => ({ from: at(day, 9).toISOString(), to: at(day, 17).toISOString() });

test("an answer may leave at the next opening, in an hour, or tomorrow", () => {
  expect(laterTimes([opening(27), opening(30)], at(27, 18))).toEqual([
    { id: "opening", at: at(30, 9) }, { id: "hour", at: at(27, 19) }, { id: "tomorrow", at: at(28, 9) },
  ]);
});

test("the opening is offered once where it is tomorrow at nine, and never where there are no hours", () => {
  expect(laterTimes([opening(27), opening(28)], at(27, 12)).map((one) => one.id)).toEqual(["opening", "hour"]);
  expect(laterTimes(undefined, at(27, 12)).map((one) => one.id)).toEqual(["hour", "tomorrow"]);
});
