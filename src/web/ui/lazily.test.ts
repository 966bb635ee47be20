import { afterEach, expect, it, vi } from "vitest";
import { patiently } from "./lazily";

const lost = new TypeError("Failed to fetch dynamically imported module");
afterEach(() => vi.unstubAllGlobals());

it("waits for the line and asks once more", async () => {
  let isThere = false;
  vi.stubGlobal("fetch", vi.fn(() => (isThere ? Promise.resolve(new Response()) : Promise.reject(lost))));
  const load = vi.fn(() => (isThere ? Promise.resolve("code") : Promise.reject(lost)));

  const coming = patiently(load);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(load).toHaveBeenCalledTimes(1);
  isThere = true;
  expect(await coming).toBe("code");
});

it("fails where the server answers and has it no more", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response()));
  await expect(patiently(() => Promise.reject(lost))).rejects.toBe(lost);
});
