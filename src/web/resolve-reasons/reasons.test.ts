import { expect, test, vi } from "vitest";
import { directory, fetchResolveReasons } from "../shell/directory";
import { setScopes } from "./reasons";

const scopes = (...channelIds: string[]) => ({ channels: channelIds.map((channelId) => ({ channelId, visibility: "private" as const })), bulk: false, autoResolve: false, automation: false });
const nowhere = scopes();

/** A server whose answers to reads are let go by hand, and where asked for, what it is told too. */
function server({ holdsWrites = false } = {}) {
  let kept = nowhere;
  const reads: (() => void)[] = [];
  const writes: (() => void)[] = [];
  vi.stubGlobal("document", { documentElement: {}, cookie: "" });
  vi.stubGlobal("fetch", (_: string, call?: RequestInit) => {
    if (call?.method === "PUT") {
      const keep = () => {
        kept = (JSON.parse(String(call.body)) as { reasons: typeof nowhere }).reasons;
        return new Response(null, { status: 204 });
      };
      return holdsWrites ? new Promise<Response>((resolve) => writes.push(() => resolve(keep()))) : Promise.resolve(keep());
    }
    const answer = JSON.stringify({ items: [], reasons: kept, topics: nowhere, surveyedChannelIds: [] });
    return new Promise<Response>((resolve) => reads.push(() => resolve(new Response(answer))));
  });
  return { reads, writes, kept: () => kept };
}

test("what was read before a choice never takes the choice back", async () => {
  const { reads, kept } = server();
  const early = fetchResolveReasons();
  await vi.waitFor(() => expect(reads).toHaveLength(1));
  await setScopes({ reasons: scopes("whatsapp") });
  reads[0]!();
  await vi.waitFor(() => expect(reads).toHaveLength(2));
  expect(directory.get().resolveScopes.reasons).toEqual(scopes("whatsapp"));

  reads[1]!();
  await early;
  expect(directory.get().resolveScopes.reasons).toEqual(kept());
});

test("what is read while a choice is on its way does not take it back either", async () => {
  const { reads, writes, kept } = server({ holdsWrites: true });
  const choosing = setScopes({ reasons: scopes("messenger") });
  await vi.waitFor(() => expect(writes).toHaveLength(1));
  const meanwhile = fetchResolveReasons();
  await vi.waitFor(() => expect(reads).toHaveLength(1));
  reads[0]!();
  await meanwhile;
  expect(directory.get().resolveScopes.reasons).toEqual(scopes("messenger"));

  writes[0]!();
  await choosing;
  await vi.waitFor(() => expect(reads).toHaveLength(2));
  reads[1]!();
  await vi.waitFor(() => expect(directory.get().resolveScopes.reasons).toEqual(kept()));
  expect(kept()).toEqual(scopes("messenger"));
});
