import { Suspense, useState } from "react";
import { Button } from "react-aria-components/Button";
import { errorText } from "../api/client";
import { load, loadText } from "../assignment/load";
import { t } from "../i18n";
import { Avatar, BellIcon, BookmarkIcon, GlobeIcon, Menu, MoonIcon, PeopleIcon, PersonIcon, PresenceDot, SignOutIcon, SunIcon, toast } from "../ui";
import { useStore } from "../live/store";
import { AwayMark } from "../people/AwayMark";
import { chosenAwayStates, directory } from "./directory";
import { withTexts } from "./page";
import { navigate } from "./router";
import { changeMyself, signOut, useMay, useSession } from "./session";
import { currentTheme, showTheme, type Theme } from "./theme";

const ProfileDialog = withTexts(() => import("../people/ProfileDialog"));
const MyRepliesDialog = withTexts(() => import("../replies/MyRepliesDialog"));
const ColleaguesDialog = withTexts(() => import("../people/ColleaguesDialog"));

const attempt = (action: Promise<void>) => void action.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

/** Oneself: availability, language, light or dark, leaving. */
export function StatusMenu() {
  const { member } = useSession();
  const may = useMay();
  const work = useStore(load, loadText);
  const states = useStore(directory, (state) => state.awayStates);
  const mine = member.awayStateId ? states[member.awayStateId] : undefined;
  const status = mine?.name ?? t(`shell.availability.${member.availability}`);
  const [theme, setTheme] = useState(currentTheme);
  const [dialog, setDialog] = useState<"profile" | "colleagues" | "replies" | null>(null);
  const close = () => setDialog(null);
  const choose = (next: Theme) => {
    showTheme(next);
    setTheme(next);
  };
  return (<>
    <Menu
      label={t("shell.me")}
      placement="right bottom"
      trigger={
        <Button className="status-button" aria-label={t("shell.me.label", { name: member.name, status })}>
          <Avatar name={member.name} size={32} presence={member.availability} />
          {mine && <AwayMark state={mine} size={16} />}
        </Button>
      }
      groups={[
        {
          id: "availability",
          title: work ? `${member.name} · ${work}` : member.name,
          entries: [
            ...(["available", "away"] as const).map((availability) => ({
              id: availability,
              label: t(`shell.availability.${availability}`),
              figure: <span className="status-figure"><PresenceDot presence={availability} /></span>,
              isChecked: member.availability === availability && !member.awayStateId,
              onAction: () => attempt(changeMyself({ availability })),
            })),
            ...chosenAwayStates(states).map((state) => ({
              id: state.id,
              label: state.name,
              figure: <AwayMark state={state} />,
              isChecked: member.awayStateId === state.id,
              onAction: () => attempt(changeMyself({ availability: "away", awayStateId: state.id })),
            })),
          ],
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
        { id: "leave", entries: [...(may("answerConversations") ? [{ id: "replies", label: t("conversations.replies"), icon: BookmarkIcon, onAction: () => setDialog("replies") }] : []), { id: "colleagues", label: t("shell.colleagues"), icon: PeopleIcon, onAction: () => setDialog("colleagues") }, { id: "profile", label: t("shell.profile"), icon: PersonIcon, onAction: () => setDialog("profile") }, { id: "notifications", label: t("shell.notifications"), icon: BellIcon, onAction: () => navigate("/preferences/notifications") }, { id: "sign-out", label: t("shell.signOut"), icon: SignOutIcon, onAction: () => attempt(signOut()) }] },
      ]}
    />
    <Suspense fallback={null}>
      {dialog === "profile" && <ProfileDialog onClose={close} />}
      {dialog === "replies" && <MyRepliesDialog onClose={close} />}
      {dialog === "colleagues" && <ColleaguesDialog onClose={close} />}
    </Suspense>
  </>);
}
