import { Suspense, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Absence } from "../assignment/Absence";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { useCommands } from "../shell/commands";
import { withTexts } from "../shell/page";
import { match, usePath } from "../shell/router";
import { useSession } from "../shell/session";
import { BellIcon, Popup } from "../ui";
import "./Bell.css";
import { fetchNotifications, looked, markRead, notifications, whenTold } from "./notifications";
import { findPush } from "./push";
import { ring } from "./sound";

const NotificationList = withTexts(() => import("./NotificationList"));

const shownAtMost = 99;
const isPhone = () => matchMedia("(max-width: 720px)").matches;

/** How much one has not read, and behind it what. What is said of the conversation on screen is read at once. */
export default function Bell() {
  const { member } = useSession();
  const unread = useStore(notifications, (state) => state.unread);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    void fetchNotifications();
    void findPush().catch(() => {});
  }, [member.id]);
  useOnScreen();
  useCommands(useMemo(() => [{ id: "bell", group: t("shell.group"), keys: "g n", label: t("notifications.title"), icon: BellIcon, run: () => setOpen(true) }], []), true);
  const open = (next: boolean) => {
    setOpen(next);
    if (!next) looked();
  };
  return (<>
    <Popup
      label={t("notifications.title")} placement={isPhone() ? "top" : "right bottom"} isOpen={isOpen} onOpenChange={open}
      trigger={
        <Button className="rail-place bell" aria-label={unread > 0 ? t("notifications.bell", { count: unread }) : t("notifications.title")}>
          <BellIcon size={20} />
          {unread > 0 && <span className="bell-count tabular" aria-hidden>{unread > shownAtMost ? `${shownAtMost}+` : unread}</span>}
        </Button>
      }
    >
      {(close) => <Suspense fallback={<div className="notifications" />}><NotificationList onClose={close} /></Suspense>}
    </Popup>
    <span className="visually-hidden" role="status">{unread > 0 && t("notifications.bell", { count: unread })}</span>
    <Absence />
  </>);
}

const isLookedAt = () => document.visibilityState === "visible" && document.hasFocus();

function useOnScreen() {
  const path = usePath();
  const onScreen = match("/inbox/:id", path)?.id ?? null;
  const { availability } = useSession().member;
  const items = useStore(notifications, (state) => state.items);
  useEffect(() => {
    const look = () => {
      const isNews = onScreen && isLookedAt() && notifications.get().items.some((one) => !one.isRead && one.conversation.id === onScreen);
      if (isNews) void markRead(onScreen).catch(() => {});
    };
    look();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [onScreen, items]);
  useEffect(() => {
    whenTold(({ conversation }) => {
      const { preferences } = notifications.get();
      const isQuiet = !preferences?.sound || (preferences.quietWhenAway && availability === "away");
      if (!isQuiet && !(conversation.id === onScreen && isLookedAt())) ring();
    });
    return () => whenTold(() => {});
  }, [onScreen, availability]);
}
