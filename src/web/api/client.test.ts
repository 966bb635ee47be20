import { expect, test, vi } from "vitest";
import { hasText, speak } from "../i18n";
import { api, errorText } from "./client";

vi.stubGlobal("document", { documentElement: {} });
const refused = (status: number, code: string) => vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ code, params: { limit: 5 } }), { status })));

test("the words for a refusal come with the first of them", async () => {
  await speak("fr");
  refused(401, "session.missing");
  await api.get("/session").catch(() => {});
  expect(hasText("errors.conversation.topics.too_many")).toBe(false);

  refused(422, "conversation.topics.too_many");
  const error = await api.get("/topics").catch((caught: unknown) => caught);
  expect(errorText(error)).toBe("Une conversation porte au plus 5 sujets.");
});
