import { expect, test, vi } from "vitest";
import { directory, fetchResolveReasons } from "../shell/directory";
import { setScopes } from "./reasons";

const scopes = (...channelIds: string[]) => ({ channels: channelIds.map((channelId) => ({ channelId, visibility: "private" as const })), bulk: false, autoResolve: false, automation: false });
const nowhere = scopes();

/** A server whose answers to reads are let go by hand. */
function server() {
  let kept = nowhere;
  const reads: (() => void)[] = [];
  vi.stubGlobal("document", { documentElement: {}, cookie: "" });
  vi.stubGlobal("fetch", (_: string, call?: RequestInit) => {
    if (call?.method === "PUT") {
      kept = (JSON.parse(String(call.body)) as { reasons: typeof nowhere }).reasons;
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    const answer = JSON.stringify({ items: [], reasons: kept, topics: nowhere, surveyedChannelIds: [] });
    return new Promise<Response>((resolve) => reads.push(() => resolve(new Response(answer))));
  });
  return { reads, kept: () => kept };
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
