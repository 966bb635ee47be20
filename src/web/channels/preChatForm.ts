import type { ContactAttribute } from "../api/types";
import { attributeName } from "../contacts/attributes";
import { t } from "../i18n";

export type QuestionType = "text" | "email" | "select";

/** One thing visitors are asked; the id is only for this page. */
export interface Question { id: string; attribute: string; type: QuestionType; label: string; required: boolean; options: string }
export interface PreChatForm { enabled: boolean; intro: string; questions: Question[] }

interface Stored { enabled: boolean; intro: string; fields: { attribute: string; type: QuestionType; label: string; required: boolean; options: string[] }[] }

export const mostQuestions = 8;

/** The channel itself asks for these in the visitor's language. */
const named = ["profile_name", "email", "phone"];

export const formOf = (stored: unknown): PreChatForm => {
  const { enabled = false, intro = "", fields = [] } = (stored ?? {}) as Partial<Stored>;
  return { enabled, intro, questions: fields.map((field) => ({ ...field, id: crypto.randomUUID(), options: field.options.join("\n") })) };
};

export const storedOf = (form: PreChatForm): Stored => ({
  enabled: form.enabled, intro: form.intro,
  fields: form.questions.map(({ attribute, type, label, required, options }) => ({ attribute, type, label, required, options: type === "select" ? linesOf(options) : [] })),
});

export const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** Name and e-mail always; of the others what is on, is a person's to say and can be written in a line or chosen. */
export const fillable = (items: readonly ContactAttribute[]) => [
  "profile_name", "email",
  ...items.filter((one) => one.isOn && one.kind !== "medium" && !one.managedByCrm && one.alias !== "email" && ["text", "phone", "choice"].includes(one.format)).map((one) => one.alias),
];

export const nameOf = (alias: string) => (alias === "profile_name" ? t("channels.preChat.name") : attributeName(alias));

/** What stands above the field for the visitor. */
export const labelOf = (question: Question) => question.label || (named.includes(question.attribute) ? t(`channels.preChat.says.${question.attribute}`) : t("channels.preChat.unnamed"));

export const mayBeUnnamed = (alias: string) => named.includes(alias);

/** Whether the attribute leaves a choice of how it is answered. */
export const mayChooseType = (alias: string, items: readonly ContactAttribute[]) => !named.includes(alias) && items.find((one) => one.alias === alias)?.format !== "choice";

/** The question turned to another attribute: as that one is answered. */
export function fill(question: Question, alias: string, items: readonly ContactAttribute[]): Question {
  const attribute = items.find((one) => one.alias === alias);
  const isChoice = attribute?.format === "choice";
  const label = mayBeUnnamed(alias) ? "" : nameOf(alias);
  return { ...question, attribute: alias, type: alias === "email" ? "email" : isChoice ? "select" : "text", label, options: isChoice ? attribute.choices.join("\n") : "" };
}

/** The next thing worth asking: what is not asked yet. */
export function nextQuestion(form: PreChatForm, items: readonly ContactAttribute[]): Question | null {
  const alias = fillable(items).find((one) => !form.questions.some((question) => question.attribute === one));
  return alias ? fill({ id: crypto.randomUUID(), attribute: "", type: "text", label: "", required: form.questions.length === 0, options: "" }, alias, items) : null;
}

export const moved = (questions: readonly Question[], at: number, by: number) => questions.toSpliced(at, 1).toSpliced(at + by, 0, questions[at]!);
