import { t } from "../i18n";
import { plain } from "../i18n/plain";
import { built, menu, type SettingsGroup, type SettingsPage } from "./menu";

/** "Résoudre les motifs" and "resoudre-les-motifs" are the same, whatever stands between the words. */
const spelled = (text: string) => plain(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

const namesOf = (group: SettingsGroup) => [t(`administration.group.${group.id}`), ...group.alsoCalled];
const namesOfPage = (page: SettingsPage) => [t(`administration.page.${page.id}`), ...page.alsoCalled];

/** The way to a page as a guide writes it: "Espace de travail Agent ▸ Attributs de contact", each by any of its names. */
const waysTo = (group: SettingsGroup, page: SettingsPage) =>
  namesOf(group).flatMap((first) => namesOfPage(page).map((second) => `${t("administration.title")} ${first} ${second}`));

/** The menu with only the pages that one of the words means; a group's name brings all its pages, a whole way the one. */
export function search(words: string): readonly SettingsGroup[] {
  const wanted = spelled(words);
  if (!wanted) return built;
  const fits = (names: string[]) => names.some((name) => spelled(name).includes(wanted));
  return built
    .map((group) => ({ ...group, pages: group.pages.filter((page) => fits([...namesOfPage(page), ...namesOf(group), ...waysTo(group, page)])) }))
    .filter((group) => group.pages.length > 0);
}

/** Where an address leads that a guide spells its own way: /settings/file-d-attente/automatisation. Null when it means nothing. */
export function aliasOf(path: string): string | null {
  const [first, second] = path.replace(/^\/settings\/?/, "").split("/").map((part) => spelled(decodeURIComponent(part)));
  if (!first) return null;
  for (const group of menu) {
    const isGroup = namesOf(group).some((name) => spelled(name) === first);
    const page = group.pages.find((one) => namesOfPage(one).some((name) => spelled(name) === (isGroup && second ? second : first)));
    if (page && (isGroup || !second)) return `/settings/${page.path}`;
  }
  return null;
}
