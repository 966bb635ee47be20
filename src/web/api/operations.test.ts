import { afterEach, expect, test, vi } from "vitest";
import { api } from "./client";
import type { Member, Team } from "./types";

const asked: { method: string; path: string; body: unknown }[] = [];
vi.stubGlobal("fetch", (path: string, { method, body }: { method: string; body?: string }) => {
  asked.push({ method, path, body: body && JSON.parse(body) });
  return Promise.resolve(new Response("{}"));
});
afterEach(() => void asked.splice(0));

test("what may be asked follows from the address", async () => {
  const id: string = "0198";
  // The compiler reads these lines: each expectation fails the build when nothing is wrong with its line any more.
  const team: Promise<Team> = api.patch(`/teams/${id}`, { name: "Livraison" });
  // @ts-expect-error There is no such address.
  void api.get("/teems");
  // @ts-expect-error It cannot be changed in this way.
  void api.put(`/teams/${id}`, { name: "Livraison" });
  // @ts-expect-error It needs a body.
  void api.post("/teams");
  // @ts-expect-error The body has no such field.
  void api.post("/teams", { name: "Livraison", colour: "red" });
  // @ts-expect-error It answers a team.
  const member: Promise<Member> = api.patch(`/teams/${id}`, { name: "Livraison" });

  await Promise.allSettled([team, member]);
  expect(asked[0]).toEqual({ method: "PATCH", path: "/api/v1/teams/0198", body: { name: "Livraison" } });
});
