import { beforeAll, describe, expect, it } from "vitest";
import { speak, speakMore } from "../i18n";
import { aliasOf, search } from "./find";
import { menu } from "./menu";

const idsFor = (words: string) => search(words).flatMap((group) => group.pages.map((page) => page.id));

describe("the settings", () => {
  beforeAll(() => {
    globalThis.document ??= { documentElement: {} } as Document;
    return speak("fr").then(speakMore);
  });

  it("are found by the guide's wording, without accents and in any case", () => {
    expect(idsFor("chaines et heures")).toEqual(["channels", "businessHours"]);
    expect(idsFor("EQUIPES")).toContain("teams");
    expect(idsFor("balises")).toEqual(["tags"]);
    expect(idsFor("comptes de réseau social et teams")).toEqual(["tags", "teams", "members"]);
  });

  it("are found by the whole way a guide writes", () => {
    expect(idsFor("Espace de travail Agent ▸ Résoudre les motifs")).toEqual(["resolveReasons"]);
    expect(idsFor("Paramètres administratifs > Routage et automatisation > Rubriques")).toEqual(["topics"]);
    expect(idsFor("Account ▸ Comptes de réseau social et équipes ▸ Tags")).toEqual(["tags"]);
    expect(idsFor("Routage et automatisation ▸ Tags")).toEqual([]);
  });

  it("show everything that is built while nothing is searched, and nothing that is not", () => {
    expect(idsFor("")).toEqual(menu.flatMap((group) => group.pages).filter((one) => one.page).map((one) => one.id));
    expect(idsFor("données personnelles")).toEqual([]);
  });

  it("are reached by the addresses of the guide", () => {
    expect(aliasOf("/settings/file-d-attente/automatisation")).toBe("/settings/queue/auto-resolve");
    expect(aliasOf("/settings/file-d'attente/préférences")).toBe("/settings/queue/auto-resolve");
    expect(aliasOf("/settings/espace-de-travail-agent/resoudre-les-motifs")).toBe("/settings/workspace/resolve-reasons");
    expect(aliasOf("/settings/nulle-part")).toBeNull();
  });

  it("stand in the order of the guide", () => {
    expect(menu.map((group) => group.id)).toEqual([
      "agentWorkspace", "routing", "queue", "channelsAndHours", "autoResponders", "csat", "virtualAgents", "privacy", "socialNetworks", "integrations", "account",
    ]);
  });
});
