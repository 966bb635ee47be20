import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components/Button";
import { errorText } from "../api/client";
import { load, loadText } from "../assignment/load";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Avatar, GlobeIcon, Menu, MoonIcon, PersonIcon, PresenceDot, SignOutIcon, SunIcon, toast } from "../ui";
import { changeMyself, signOut, useSession } from "./session";
import { currentTheme, showTheme, type Theme } from "./theme";

const ProfileDialog = lazy(() => import("../people/ProfileDialog"));

const attempt = (action: Promise<void>) => void action.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

/** Oneself: availability, language, light or dark, leaving. */
export function StatusMenu() {
  const { member } = useSession();
  const work = useStore(load, loadText);
  const [theme, setTheme] = useState(currentTheme);
  const [isProfileOpen, setProfileOpen] = useState(false);
  const choose = (next: Theme) => {
    showTheme(next);
    setTheme(next);
  };
  return (<>
    <Menu
      label={t("shell.me")}
      placement="right bottom"
      trigger={
        <Button className="status-button" aria-label={t("shell.me.label", { name: member.name, status: t(`shell.availability.${member.availability}`) })}>
          <Avatar name={member.name} size={32} presence={member.availability} />
        </Button>
      }
      groups={[
        {
          id: "availability",
          title: work ? `${member.name} · ${work}` : member.name,
          entries: (["available", "away"] as const).map((availability) => ({
            id: availability,
            label: t(`shell.availability.${availability}`),
            figure: <PresenceDot presence={availability} />,
            isChecked: member.availability === availability,
            onAction: () => attempt(changeMyself({ availability })),
          })),
        },
        {
          id: "theme",
          title: t("shell.theme"),
          entries: (["system", "light", "dark"] as const).map((one) => ({
            id: `theme-${one}`,
            label: t(`shell.theme.${one}`),
            icon: one === "dark" ? MoonIcon : SunIcon,
            isChecked: theme === one,
            onAction: () => choose(one),
          })),
        },
        {
          id: "language",
          title: t("shell.language"),
          entries: (["fr", "en"] as const).map((language) => ({
            id: language,
            label: language === "fr" ? "Français" : "English",
            icon: GlobeIcon,
            isChecked: member.language === language,
            onAction: () => attempt(changeMyself({ language })),
          })),
        },
        { id: "leave", entries: [{ id: "profile", label: t("shell.profile"), icon: PersonIcon, onAction: () => setProfileOpen(true) }, { id: "sign-out", label: t("shell.signOut"), icon: SignOutIcon, onAction: () => attempt(signOut()) }] },
      ]}
    />
    {isProfileOpen && <Suspense fallback={null}><ProfileDialog onClose={() => setProfileOpen(false)} /></Suspense>}
  </>);
}
