import { useState } from "react";
import { t } from "../i18n";
import { Link, usePath } from "../shell/router";
import { SearchField } from "../ui";
import { search } from "./find";
import { pageIcons, type SettingsPage } from "./menu";

/** Every page of the settings by group, with a search that knows other names for them. */
export function SettingsMenu() {
  const [words, setWords] = useState("");
  const groups = search(words);
  return (
    <nav className="settings-menu" aria-label={t("administration.title")}>
      <h1>{t("administration.title")}</h1>
      <SearchField label={t("administration.search")} value={words} onChange={setWords} />
      {groups.length === 0 && <p className="settings-none">{t("administration.search.none")}</p>}
      {groups.map((group) => (
        <section key={group.id}>
          <h2>{t(`administration.group.${group.id}`)}</h2>
          <ul>{group.pages.map((page) => <li key={page.id}><Entry page={page} /></li>)}</ul>
        </section>
      ))}
    </nav>
  );
}

function Entry({ page }: { page: SettingsPage }) {
  const path = usePath();
  const href = `/settings/${page.path}`;
  const isHere = path === href || path.startsWith(`${href}/`);
  const Drawn = pageIcons[page.id];
  return (
    <Link href={href} className="settings-entry" aria-current={isHere ? "page" : undefined}>
      {Drawn && <Drawn size={17} />}
      {t(`administration.page.${page.id}`)}
    </Link>
  );
}
