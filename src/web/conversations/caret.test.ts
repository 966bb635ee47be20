import { describe, expect, it } from "vitest";
import { insertText, signWord } from "./caret";
import { changeDraft, draftOf, drafts } from "./drafts";
import { sendDraft, outgoing } from "./outgoing";
import { openGaps } from "./placeholders";

const composer = (start: number, end = start) => void (globalThis.document = { querySelector: () => ({ selectionStart: start, selectionEnd: end, focus() {}, setSelectionRange() {} }) } as unknown as Document);

const slashWord = (before: string) => signWord(before, "/");

describe("the caret of the composer", () => {
  it("knows a shortcut from a path, a date and a fraction", () => {
    expect(["/", "Bonjour /mer", "a\n/mer", "/étoile-2"].map(slashWord)).toEqual(["", "mer", "mer", "étoile-2"]);
    expect(["et/ou", "12/11", "https://a/b", "/deux mots", "/mer "].map(slashWord)).toEqual([null, null, null, null, null]);
  });

  it("takes an inserted text, over what is selected, several times in one message", () => {
    changeDraft("c1", { reply: "Bonjour X, merci." });
    composer(8, 9);
    insertText("c1", "Zoé");
    composer(18);
    insertText("c1", " À bientôt");
    expect(draftOf(drafts.get(), "c1").reply).toBe("Bonjour Zoé, merci À bientôt.");
  });

  it("stands behind what was inserted before the next letter comes", () => {
    changeDraft("c4", { mode: "note", note: "@Br" });
    const area = { selectionStart: 3, selectionEnd: 3, focus() {}, setSelectionRange(from: number, to: number) { Object.assign(area, { selectionStart: from, selectionEnd: to }); } };
    globalThis.document = { activeElement: area, querySelector: () => area } as unknown as Document;
    insertText("c4", "@Bruno ", "@");
    expect([draftOf(drafts.get(), "c4").note, area.selectionStart, area.selectionEnd]).toEqual(["@Bruno ", 7, 7]);
  });

  it("puts a reply in place of its shortcut", () => {
    changeDraft("c2", { reply: "Oui. /mer Bien à vous" });
    composer(9);
    insertText("c2", "Merci !", "/");
    expect(draftOf(drafts.get(), "c2").reply).toBe("Oui. Merci ! Bien à vous");
  });
});

describe("a placeholder that nothing filled", () => {
  it("is found as the server finds it", () => {
    expect(openGaps("{{contact.first_name}} {{ Agent.name }} {{contact.phone|x}} {{other.thing}} {{contact}}")).toEqual(["{{contact.first_name}}", "{{ Agent.name }}", "{{contact.phone|x}}"]);
  });

  it("keeps an answer from leaving, and not a note", () => {
    changeDraft("c3", { mode: "reply", reply: "Bonjour {{contact.first_name}}" });
    expect(sendDraft("c3")).toBe(false);
    expect(outgoing.get().items).toEqual([]);
  });
});
