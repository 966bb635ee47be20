import { api } from "../api/client";
import type { Channel, ChannelKind } from "../api/types";
import { currentLanguage, hasText, t } from "../i18n";
import { createStore } from "../live/store";
import { directory } from "../shell/directory";

export type Values = Record<string, string | number | boolean>;

/** What can be connected, and the channels whose settings were opened here. */
export const kinds = createStore<{ items: ChannelKind[] }>({ items: [] });

export async function fetchKinds() {
  if (kinds.get().items.length === 0) kinds.set({ items: (await api.get("/channel-kinds")).items });
}

/** A text of a kind's own folder in the language on screen; empty where it has none. */
export const kindText = (kind: ChannelKind | undefined, key: string) => kind?.texts[currentLanguage()]?.[key] ?? "";

/** Why a channel fails: a problem that begins with a code of its kind is told in the kind's own words. */
export function problemOf(kind: ChannelKind | undefined, problem: string | null) {
  const [code, ...details] = (problem ?? "").split(": ");
  const text = kindText(kind, `error.${code}`) || wordFor(`channels.problem.${code}`, "");
  return text ? { text, advice: kindText(kind, `advice.${code}`), details: details.join(": ") } : { text: problem ?? "", advice: "", details: "" };
}

/** A text for what the server may know more of than this app; else what it says itself. */
export const wordFor = (key: string, otherwise: string) => (hasText(key) ? t(key) : otherwise);

const keep = (channel: Channel) => directory.set((state) => ({ channels: { ...state.channels, [channel.id]: channel } }));

/** The key makes a repetition after a lost answer find the same channel. */
export async function connect(wanted: { kind: string; name: string; settings: Values }, key: string) {
  const channel = await api.post("/channels", wanted, key);
  keep(channel);
  return channel;
}

/** Asks the provider whether a channel works. */
export const check = (id: string) => api.post(`/channels/${id}/check`);

export type Changes = Partial<Pick<Channel, "name" | "everyone" | "teamIds" | "memberIds" | "autoAssignOnReply" | "status"> & { settings: Record<string, unknown> }>;

export async function changeChannel(id: string, changes: Changes) {
  const channel = await api.patch(`/channels/${id}`, changes);
  keep(channel);
  return channel;
}

/** What fits into one field; the rest has a part of the page of its own. */
export const plainFields = (kind: ChannelKind) => kind.fields.filter((field) => field.type !== "preChat");

/** The settings as the form holds them; a secret is empty whether it is set or not. */
export const valuesOf = (kind: ChannelKind, settings: Record<string, unknown> = {}): Values =>
  Object.fromEntries(plainFields(kind).map((field) => {
    const value = field.type === "secret" ? "" : settings[field.key] ?? field.default;
    return [field.key, typeof value === "boolean" || typeof value === "number" ? value : String(value ?? (field.type === "bool" ? false : ""))];
  }));

export const isSecretSet = (settings: Record<string, unknown>, key: string) => (settings[key] as { set?: boolean } | undefined)?.set === true;
