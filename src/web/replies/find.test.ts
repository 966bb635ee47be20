import { describe, expect, it } from "vitest";
import type { ReplyCollection, SavedReplies, SavedReply } from "../api/types";
import { byShortcut, search } from "./find";

const reply = (id: string, title: string, rest: Partial<SavedReply> = {}): SavedReply => ({ id, collectionId: "shared", title, body: "", language: null, shortcut: null, attachments: [], uses: 0, ...rest });
const collection = (id: string, ownerId: string | null): ReplyCollection => ({ id, name: id, ownerId, teamIds: [], channelIds: [], offeredUntil: null, mayEdit: true });
const shelf: SavedReplies = {
  collections: [collection("shared", null), collection("own", "ana")],
  items: [
    reply("1", "Colis en retard", { body: "L’enquête est ouverte", shortcut: "retard" }),
    reply("2", "Échange", { body: "Un colis de retour", uses: 5, shortcut: "ret" }),
    reply("3", "Retour", { uses: 2, collectionId: "own", shortcut: "retour" }),
  ],
};
const titles = (found: SavedReply[]) => found.map((one) => one.title);

describe("saved replies are found", () => {
  it("by every word, in the title or the text, without accents and case", () => {
    expect(titles(search(shelf, "ENQUETE colis", null))).toEqual(["Colis en retard"]);
    expect(titles(search(shelf, "echange", null))).toEqual(["Échange"]);
    expect(titles(search(shelf, "colis inconnu", null))).toEqual([]);
  });

  it("with the most used first, and before them those that begin as one types", () => {
    expect(titles(search(shelf, "", null))).toEqual(["Échange", "Retour", "Colis en retard"]);
    expect(titles(search(shelf, "colis", null))).toEqual(["Colis en retard", "Échange"]);
  });

  it("within one collection", () => expect(titles(search(shelf, "", "own"))).toEqual(["Retour"]));

  it("by shortcut: the word itself, then one's own, then the most used", () => {
    expect(titles(byShortcut(shelf, "ret"))).toEqual(["Échange", "Retour", "Colis en retard"]);
    expect(titles(byShortcut(shelf, "retÀ"))).toEqual(["Colis en retard"]);
    expect(titles(byShortcut(shelf, ""))).toEqual(["Retour", "Échange", "Colis en retard"]);
  });
});
