import { expect, it, vi } from "vitest";
import { speak, speakMore, t } from "./index";

const slow = vi.hoisted(() => {
  const gate = { arrive: () => {}, texts: Promise.resolve() };
  gate.texts = new Promise((resolve) => (gate.arrive = resolve));
  return gate;
});

vi.mock("./en.more", async (original) => {
  await slow.texts;
  return original();
});

it("stays in the language chosen while the texts of the other one were on their way", async () => {
  vi.stubGlobal("document", { documentElement: {} });
  await speak("en");
  const more = speakMore();
  await speak("fr");
  slow.arrive();
  await more;
  expect([t("shell.availability.available"), t("administration.about.members")]).toEqual(["Disponible", expect.stringMatching(/^Qui répond/)]);
});
