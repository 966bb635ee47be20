import { expect, test } from "vitest";
import { inMinutes, inUnits, isPossible, ownOf, withOwn } from "./patience";

test("a time is said in the largest unit that says it exactly", () => {
  expect([43_200, 90, 120, 15].map(inUnits)).toEqual([{ amount: 30, unit: "days" }, { amount: 90, unit: "minutes" }, { amount: 2, unit: "hours" }, { amount: 15, unit: "minutes" }]);
  expect(inMinutes(1.5, "hours")).toBe(90);
});

test("it is between a quarter of an hour and a year, or endless", () => {
  expect([14, 15, 525_600, 525_601, null].map(isPossible)).toEqual([false, true, true, false, true]);
});

test("a channel's own time is kept apart for New and Pending, and never is not as everywhere", () => {
  const setting = { new: { minutes: null, reasonId: null }, pending: { minutes: 60, reasonId: null }, channels: [], boomerangMinutes: null };
  const never = withOwn(withOwn(setting, "a", "new", 30), "a", "pending", null);
  expect(ownOf(never, "a")).toEqual({ channelId: "a", new: { minutes: 30 }, pending: { minutes: null } });
  expect(ownOf(withOwn(never, "a", "pending", undefined), "a").pending).toBeNull();
});
