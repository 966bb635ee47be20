import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../api/client";
import type { EventView } from "../api/types";

const get = vi.hoisted(() => vi.fn());
vi.mock("../api/client", async (original) => ({ ...(await original<object>()), api: { get } }));
const { eventsSince, feedPosition, follow, forget, pull, startAt, takeBatch } = await import("./feed");

const event = (position: number) => ({ position, kind: "messageReceived" }) as EventView;
const batch = (from: number, to: number) => ({ from, to, events: Array.from({ length: to - from }, (_, at) => event(from + at + 1)) });
const seen: number[] = [];
let refetched = 0;
follow({ apply: ({ position }) => seen.push(position), refetch: () => refetched++ });

beforeEach(() => {
  forget();
  seen.length = refetched = 0;
  get.mockReset();
});

describe("the feed", () => {
  it("applies batches that join on", async () => {
    startAt(10);
    await takeBatch(batch(10, 12));
    await takeBatch(batch(12, 13));
    expect(seen).toEqual([11, 12, 13]);
    expect(get).not.toHaveBeenCalled();
  });

  it("applies nothing twice", async () => {
    startAt(10);
    await takeBatch(batch(10, 12));
    await takeBatch(batch(10, 13));
    expect(seen).toEqual([11, 12, 13]);
  });

  it("pulls the gap before a batch that does not join on", async () => {
    startAt(10);
    get.mockResolvedValueOnce({ items: [event(11), event(12)], position: 12, more: true }).mockResolvedValueOnce({ items: [event(13), event(14)], position: 14, more: false });
    await takeBatch(batch(13, 14));
    expect(seen).toEqual([11, 12, 13, 14]);
    expect(feedPosition()).toBe(14);
  });

  it("asks for fresh snapshots when it is too far behind", async () => {
    startAt(10);
    get.mockRejectedValueOnce(new ApiError(410, "events.too_far_behind"));
    await pull();
    expect(refetched).toBe(1);
    expect(feedPosition()).toBe(-1);
  });

  it("keeps what a snapshot on its way has to catch up with", async () => {
    startAt(10);
    await takeBatch(batch(10, 15));
    expect(eventsSince(13).map((one) => one.position)).toEqual([14, 15]);
  });
});
