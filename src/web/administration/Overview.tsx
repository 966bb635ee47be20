import { t } from "../i18n";
import { Link } from "../shell/router";
import { useSession } from "../shell/session";
import { ChevronRightIcon, Page } from "../ui";
import { built, pageIcons } from "./menu";

/** Where the settings begin: what can be set, in a sentence each. */
export function Overview() {
  const { organisation } = useSession();
  return (
    <Page title={t("administration.title")} lead={t("administration.lead", { organisation: organisation.name })}>
      <ul className="settings-cards">
        {built.flatMap((group) => group.pages).map((page) => {
          const Drawn = pageIcons[page.id];
          return (
            <li key={page.id}>
              <Link href={`/settings/${page.path}`}>
                <span className="settings-figure">{Drawn && <Drawn size={19} />}</span>
                <span>
                  <strong>{t(`administration.page.${page.id}`)}</strong>
                  <span>{t(`administration.about.${page.id}`)}</span>
                </span>
                <ChevronRightIcon size={16} />
              </Link>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
