import { describe, expect, it } from "vitest";
import type { Member } from "../api/types";
import { mentionable, mentionedIn, partsOf } from "./mentions";

const member = (id: string, name: string, status = "active") => ({ id, name, status }) as Member;
const team = [member("1", "Ana"), member("2", "Ana Martin"), member("3", "Chloé"), member("4", "Bruno", "disabled")];

describe("mentions in notes", () => {
  it("offers by any part of the name, without accents, and never oneself", () => {
    expect(mentionable(team, "mar", "1").map((one) => one.id)).toEqual(["2"]);
    expect(mentionable(team, "chlo", "1").map((one) => one.id)).toEqual(["3"]);
    expect(mentionable(team, "", "1").map((one) => one.id)).toEqual(["2", "3"]);
  });

  it("calls the longest name, whole, and no address", () => {
    expect(mentionedIn("@Ana Martin peux-tu voir ?", team)).toEqual(["2"]);
    expect(mentionedIn("@Ana, @Chloé : merci", team)).toEqual(["1", "3"]);
    expect(mentionedIn("ana@Ana.example, @Anaïs, @Bruno", team)).toEqual([]);
  });

  it("takes a text apart and nothing away", () => {
    expect(partsOf("Vois avec @Ana.", ["Ana"])).toEqual(["Vois avec ", "@Ana", "."]);
    expect(partsOf("Rien", ["Ana"])).toEqual(["Rien"]);
  });
});
