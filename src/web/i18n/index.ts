import { useSyncExternalStore } from "react";

export type Language = "fr" | "en";
export type Params = Record<string, string | number>;
export type Texts = Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;

const locales: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };
type Load = () => Promise<{ texts: Texts }>;
/** What the inbox needs comes first; the texts of the other pages come with the first of them. */
const loaders: Record<Language, { inbox: Load; more: Load }> = {
  fr: { inbox: () => import("./fr"), more: () => import("./fr.more") },
  en: { inbox: () => import("./en"), more: () => import("./en.more") },
};

let language: Language = "en";
let isLoaded = false;
let texts: Texts = {};
let wantsMore = false;
let plurals = new Intl.PluralRules("en");
const listeners = new Set<() => void>();

/** The language before anyone has signed in: the browser's. */
export const browserLanguage = (): Language => (navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en");

/** All texts that are wanted by the time they are here. */
const load = async (next: Language): Promise<Texts> => {
  const withMore = wantsMore;
  const parts = await Promise.all([loaders[next].inbox(), ...(withMore ? [loaders[next].more()] : [])]);
  return withMore === wantsMore ? (Object.assign({}, ...parts.map((part) => part.texts)) as Texts) : load(next);
};

/** Loads the texts of every page, in the language on screen, though it be another by the time they are here. */
export async function speakMore() {
  wantsMore = true;
  const asked = language;
  const loaded = await load(asked);
  if (asked !== language) return speakMore();
  texts = loaded;
}

/** Loads a language's texts, unless they are on screen already, and shows the whole app in it. */
export async function speak(next: Language) {
  if (isLoaded && next === language) return;
  texts = await load(next);
  isLoaded = true;
  language = next;
  plurals = new Intl.PluralRules(locales[next]);
  document.documentElement.lang = next;
  listeners.forEach((listener) => listener());
}

/** The language on screen; the root is keyed by it, so that components may call `t` without subscribing. */
export const useLanguage = () =>
  useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => language);

export const currentLanguage = () => language;
export const locale = () => locales[language];

const fill = (text: string, params: Params) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === "number" ? value.toLocaleString(locale()) : value;
  });

/** The text of a key in the language on screen; `count` picks the plural form. */
export function t(key: string, params: Params = {}): string {
  const text = texts[key];
  if (text === undefined) return key;
  if (typeof text === "string") return fill(text, params);
  const form = plurals.select(Number(params.count ?? 0));
  return fill(text[form] ?? text.other ?? key, params);
}

export const hasText = (key: string) => key in texts;
