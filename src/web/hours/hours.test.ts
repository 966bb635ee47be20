import { expect, test } from "vitest";
import { clockOf, hoursOf, isOvernight, minutesOf, nextRange, withHolidays } from "./hours";
import { standingOf } from "./opening";

const at = (text: string) => new Date(`${text}Z`);
const openings = [{ from: "2026-11-27T08:00:00Z", to: "2026-11-27T16:00:00Z" }, { from: "2026-11-30T08:00:00Z", to: "2026-11-30T16:00:00Z" }];

test("it is open from the first instant of an opening until its last", () => {
  expect(standingOf(openings, at("2026-11-27T08:00")).isOpen).toBe(true);
  expect(standingOf(openings, at("2026-11-27T16:00")).opensAt).toEqual(at("2026-11-30T08:00"));
  expect(standingOf(openings, at("2026-11-27T15:59")).closesAt).toEqual(at("2026-11-27T16:00"));
  expect(standingOf([], at("2026-11-27T15:59"))).toEqual({ isOpen: false, opensAt: null, closesAt: null });
});

test("a time field says midnight for the end of the day, and a range may go on after it", () => {
  expect([clockOf(545), clockOf(1440), minutesOf("17:30")]).toEqual(["09:05", "00:00", 1050]);
  expect([{ from: 1320, to: 120 }, { from: 1200, to: 0 }, { from: 540, to: 1020 }].map(isOvernight)).toEqual([true, false, false]);
  expect(hoursOf([[{ from: 1320, to: 120 }], [{ from: 1200, to: 0 }], [{ from: 540, to: 1020 }]])).toBe(16);
});

test("another range begins an hour after the last one", () => {
  expect(nextRange([])).toEqual({ from: 540, to: 1080 });
  expect(nextRange([{ from: 540, to: 720 }])).toEqual({ from: 780, to: 960 });
});

test("a holiday that is there already is not taken twice", () => {
  const day = (date: string, everyYear: boolean) => ({ name: "Noël", date, everyYear, hours: [] });
  expect(withHolidays([day("2020-12-25", true)], [day("2026-12-25", true), day("2026-04-06", false)]).map((one) => one.date)).toEqual(["2020-12-25", "2026-04-06"]);
});
