import type { BroadcastRequest, GroupRule, Template } from "../api/types";
import { isComplete } from "../contacts/settings/groups";

/** What fills a gap of the template: the same words for all, what is known of each, or a column of the list. */
export type Value = { from: "text"; text: string } | { from: "field"; field: string; fallback: string } | { from: "column" };

export interface Draft {
  name: string;
  channelId: string | null;
  template: Template | null;
  values: Value[];
  audience: "group" | "rules" | "list";
  groupId: string | null;
  match: "all" | "any";
  rules: GroupRule[];
  list: { name: string | null; table: string };
  consent: string;
  isLater: boolean;
  /** As a datetime-local field writes it. */
  startAt: string;
}

export const steps = ["message", "values", "audience", "check"] as const;
export type Step = (typeof steps)[number];

export const emptyDraft = (channelId: string | null): Draft => ({
  name: "", channelId, template: null, values: [], audience: "group", groupId: null, match: "all", rules: [{ alias: "vip", operator: "is", values: ["yes"] }],
  list: { name: null, table: "" }, consent: "", isLater: false, startAt: "",
});

/** The first gap of most templates is the first name. */
export const chooseTemplate = (draft: Draft, template: Template | null): Draft => ({
  ...draft,
  template,
  values: (template?.variables ?? []).map((_, at) => (at === 0 ? { from: "field", field: "contact.first_name", fallback: "" } : { from: "text", text: "" })),
});

const braces = /[{}|]/g;

/** As the server reads it: words, or a placeholder with what stands in for what is not known. */
export const written = (value: Value): string =>
  value.from === "text" ? value.text.trim() : value.from === "column" ? "" : `{{${value.field}|${value.fallback.replace(braces, "").trim()}}}`;

const isFilled = (value: Value) => value.from === "column" || (value.from === "text" ? value.text : value.fallback).trim() !== "";

export const usesColumns = (draft: Draft) => draft.values.some((value) => value.from === "column");

const hasAudience = (draft: Draft) =>
  draft.audience === "list" ? draft.list.table.trim() !== ""
  : !usesColumns(draft) && (draft.audience === "group" ? draft.groupId !== null : draft.rules.length > 0 && draft.rules.every(isComplete));

/** Whether a step is done, so that the next one can be taken. */
export const isDone = (step: Step, draft: Draft, now: Date): boolean => {
  switch (step) {
    case "message": return draft.name.trim() !== "" && draft.channelId !== null && draft.template !== null;
    case "values": return draft.values.every(isFilled);
    case "audience": return hasAudience(draft);
    case "check": return !draft.isLater || (draft.startAt !== "" && new Date(draft.startAt) > now);
  }
};

/** As the server takes it. Only when all steps but the last are done. */
export const requestOf = (draft: Draft): BroadcastRequest => ({
  name: draft.name.trim(),
  channelId: draft.channelId!,
  template: draft.template!.name,
  language: draft.template!.language,
  values: draft.values.map(written),
  audience: {
    groupId: draft.audience === "group" ? draft.groupId : null,
    rules: draft.audience === "rules" ? { match: draft.match, rules: draft.rules } : null,
    list: draft.audience === "list" ? draft.list : null,
  },
  consent: draft.consent.trim() || null,
  startAt: draft.isLater && draft.startAt ? new Date(draft.startAt).toISOString() : null,
});

/** A table as a spreadsheet saved it: in UTF-8, or else in the letters of Western Europe. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
