import { type ComponentType, type LazyExoticComponent, Suspense, useEffect } from "react";
import { t } from "../i18n";
import type { PageProps } from "../shell/page";
import { Link, match, navigate, usePath } from "../shell/router";
import { useMay } from "../shell/session";
import { BackIcon, Button, EmptyState, LockIcon, QuestionIcon } from "../ui";
import { aliasOf } from "./find";
import { built, innerPages } from "./menu";
import { Overview } from "./Overview";
import "./Settings.css";
import { SettingsMenu } from "./SettingsMenu";
import { useLine } from "./useLine";

/** The settings: the menu on the left, a page beside it. On a phone they lie on one another. */
export default function Settings() {
  const path = usePath();
  const may = useMay();
  useLine();
  if (!may("manageSettings")) return <EmptyState icon={LockIcon} title={t("administration.denied.title")} text={t("administration.denied.text")} />;

  return (
    <div className="settings" data-open={path === "/settings" ? "menu" : "page"}>
      <SettingsMenu />
      <div className="settings-page">
        <Link href="/settings" className="settings-back"><BackIcon size={16} /> {t("administration.title")}</Link>
        <Suspense fallback={null}><Shown path={path} /></Suspense>
      </div>
    </div>
  );
}

interface Place { pattern: string; page: LazyExoticComponent<ComponentType<PageProps>> }

const places: readonly Place[] = [
  ...innerPages.map(({ path, page }) => ({ pattern: path, page })),
  ...built.flatMap((group) => group.pages.map(({ path, page }) => ({ pattern: `/settings/${path}`, page: page! }))),
];

function Shown({ path }: { path: string }) {
  const place = places.find(({ pattern }) => match(pattern, path));
  const alias = place ? null : aliasOf(path);
  useEffect(() => {
    if (alias && alias !== path) navigate(alias, { replace: true });
  }, [alias, path]);

  if (path === "/settings") return <Overview />;
  if (place) return <place.page params={match(place.pattern, path)!} />;
  return alias && alias !== path ? null : <Missing />;
}

function Missing() {
  return (
    <EmptyState
      icon={QuestionIcon} title={t("administration.missing.title")} text={t("administration.missing.text")}
      action={<Button onPress={() => navigate("/settings")}>{t("administration.missing.action")}</Button>}
    />
  );
}
