import { describe, expect, it } from "vitest";
import type { ContactAttribute } from "../api/types";
import { inkOn } from "./ink";
import { fill, fillable, formOf, mayChooseType, moved, nextQuestion, type Question, storedOf } from "./preChatForm";

const attribute = (alias: string, change: Partial<ContactAttribute> = {}): ContactAttribute => ({
  alias, name: alias, kind: "own", format: "text", choices: [], isOn: true, managedByCrm: false, isLookup: false, agentsMayEdit: true, isPersonal: false, operators: [], ...change,
});
const reason = attribute("reason", { format: "choice", choices: ["Retour", "Livraison"] });
const question = (alias: string): Question => ({ id: alias, attribute: alias, type: "text", label: "", required: false, options: "" });

describe("what a visitor may fill in", () => {
  it("is name, e-mail, and what is on and a person's to say", () => {
    const items = [
      attribute("email", { kind: "default", format: "email" }), attribute("phone", { kind: "default", format: "phone" }), reason,
      attribute("off", { isOn: false }), attribute("file", { managedByCrm: true }), attribute("page_url", { kind: "medium" }), attribute("age", { format: "number" }),
    ];
    expect(fillable(items)).toEqual(["profile_name", "email", "phone", "reason"]);
  });

  it("decides how it is answered", () => {
    expect(fill(question(""), "reason", [reason])).toMatchObject({ attribute: "reason", type: "select", options: "Retour\nLivraison" });
    expect(fill(question(""), "email", [])).toMatchObject({ type: "email", label: "" });
    expect([mayChooseType("reason", [reason]), mayChooseType("note", [attribute("note")])]).toEqual([false, true]);
  });
});

describe("the form", () => {
  it("comes back from the server as it went", () => {
    const stored = { enabled: true, intro: "Bonjour", fields: [{ attribute: "reason", type: "select" as const, label: "Motif", required: true, options: ["Retour", "Livraison"] }] };
    expect(storedOf(formOf(stored))).toEqual(stored);
  });

  it("is empty where nothing was set yet", () => expect(formOf(undefined)).toEqual({ enabled: false, intro: "", questions: [] }));

  it("asks next what it does not ask yet, and nothing twice", () => {
    const form = { ...formOf(undefined), questions: [question("profile_name"), question("email")] };
    expect(nextQuestion(form, [reason])?.attribute).toBe("reason");
    expect(nextQuestion({ ...form, questions: [...form.questions, question("reason")] }, [reason])).toBeNull();
  });

  it("keeps every question when one moves", () => {
    const ids = (by: number, at: number) => moved([question("a"), question("b"), question("c")], at, by).map((one) => one.id).join("");
    expect([ids(-1, 1), ids(1, 1), ids(-1, 2)]).toEqual(["bac", "acb", "acb"]);
  });
});

it("the preview writes in black or white, whichever reads better", () => expect(["#ffffff", "#3b3486", "#ffcc00"].map(inkOn)).toEqual(["#16141f", "#ffffff", "#16141f"]));
