import { api } from "../api/client";
import type { ContactAttribute } from "../api/types";
import { hasText, locale, t } from "../i18n";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** What may be known of contacts, in the administrator's order; null until somebody needs it. */
export const attributes = createStore<{ items: ContactAttribute[] | null }>({ items: null });

let asked: Promise<void> | null = null;

/** Fetched once, when the first card or settings page needs it; kept by events from then on. */
export const fetchAttributes = () => (asked ??= api.get("/contact-attributes").then(({ items }) => attributes.set({ items })).catch(() => void (asked = null)));

let isDue = false;

/** A new order is many events at once: one look is enough for all of them. */
const refetch = () => {
  if (!asked || isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    asked = null;
    void fetchAttributes();
  }, 50);
};

follow({ apply: (event) => event.kind === "contactAttributeChanged" && refetch(), refetch, retry: () => void (attributes.get().items ?? refetch()) });

const keep = (items: ContactAttribute[]) => attributes.set({ items });
const keepOne = (changed: ContactAttribute) => attributes.set(({ items }) => ({ items: items?.map((one) => (one.alias === changed.alias ? changed : one)) ?? null }));

export type AttributeSettings = Pick<ContactAttribute, "choices" | "managedByCrm" | "isLookup" | "agentsMayEdit" | "isPersonal"> & { name: string };

export async function addAttribute(attribute: AttributeSettings & Pick<ContactAttribute, "alias" | "format">, key: string) {
  const added = await api.post("/contact-attributes", attribute, key);
  attributes.set(({ items }) => ({ items: [...(items ?? []).filter((one) => one.alias !== added.alias), added] }));
}

export const changeAttribute = async (alias: string, changes: Partial<AttributeSettings & Pick<ContactAttribute, "isOn">>) =>
  keepOne(await api.patch(`/contact-attributes/${alias}`, changes));

export async function removeAttribute(alias: string) {
  await api.delete(`/contact-attributes/${alias}`);
  attributes.set(({ items }) => ({ items: items?.filter((one) => one.alias !== alias) ?? null }));
}

/** On screen at once; the server's order replaces it, whatever it is. */
export async function orderAttributes(items: ContactAttribute[]) {
  const before = attributes.get().items ?? [];
  keep(items);
  try {
    keep((await api.put("/contact-attributes/order", { aliases: items.map((one) => one.alias) })).items);
  } catch (error) {
    keep(before);
    throw error;
  }
}

/** Built-in attributes are called by a text of ours; the others as the administrator calls them. */
export const attributeName = (alias: string, name?: string | null) =>
  name ?? (hasText(`contacts.attribute.${alias}`) ? t(`contacts.attribute.${alias}`) : attributes.get().items?.find((one) => one.alias === alias)?.name ?? alias);

/** A value as a person reads it. */
export function valueText(format: ContactAttribute["format"], value: string): string {
  switch (format) {
    case "language": return languageName(value);
    case "yesNo": return t(value === "yes" ? "contacts.yes" : "contacts.no");
    case "number": return Number.isFinite(Number(value)) ? Number(value).toLocaleString(locale(), { maximumFractionDigits: 10 }) : value;
    case "date": return new Date(`${value}T12:00:00Z`).toLocaleDateString(locale(), { dateStyle: "medium", timeZone: "UTC" });
    default: return value;
  }
}

/** What one may choose from; a contact may have any other. */
export const languages = ["fr", "en", "nl", "de", "es", "it", "pt", "pl", "ro", "tr", "ar", "ru", "uk", "zh", "ja", "sv", "da", "fi", "el", "cs"];

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
