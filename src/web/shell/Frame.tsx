import { type ReactNode, Suspense, useEffect, useMemo } from "react";
import { Focusable } from "react-aria-components/Focusable";
import { errorText } from "../api/client";
import { fetchLoad } from "../assignment/load";
import { t } from "../i18n";
import { Connection } from "../live/Connection";
import { forget } from "../live/feed";
import { useStore } from "../live/store";
import { AlertIcon, CheckIcon, type Icon, InboxIcon, KeyboardIcon, lazily, PauseIcon, SearchIcon, SendIcon, SettingsIcon, SmileIcon, toast, Tooltip } from "../ui";
import { commands, openOverlay, useCommands, useKeys } from "./commands";
import { chosenAwayStates, directory } from "./directory";
import "./Frame.css";
import { Link, navigate, usePath } from "./router";
import { withTexts } from "./page";
import { changeMyself, useMay, useSession } from "./session";

const StatusMenu = lazily(() => import("./StatusMenu").then((module) => ({ default: module.StatusMenu })));
const Bell = withTexts<object>(() => import("../notifications/Bell"));
const CommandBar = lazily(() => import("./CommandBar").then((module) => ({ default: module.CommandBar })));
const KeysSheet = lazily(() => import("./KeysSheet").then((module) => ({ default: module.KeysSheet })));

/** The app around every page: the rail with the places, the connection and oneself. */
export function Frame({ children }: { children: ReactNode }) {
  const overlay = useStore(commands, (state) => state.overlay);
  const may = useMay();
  useKeys();
  useGeneralCommands();
  useLine(useSession().member.id);
  return (
    <div className="frame">
      <nav className="rail" aria-label={t("shell.places")}>
        <Link href="/inbox" className="rail-mark" aria-label="Relais"><Mark /></Link>
        <Place href="/inbox" icon={InboxIcon} label={t("shell.inbox")} />
        {may("answerConversations") && <Place href="/satisfaction" icon={SmileIcon} label={t("shell.satisfaction")} />}
        {may("sendBroadcasts") && <Place href="/broadcasts" icon={SendIcon} label={t("shell.broadcasts")} />}
        <span className="rail-gap" />
        <ChannelAlarm />
        <Suspense fallback={<span className="rail-place" />}><Bell /></Suspense>
        <Connection />
        {may("manageSettings") && <Place href="/settings" icon={SettingsIcon} label={t("shell.settings")} />}
        <Suspense fallback={<span className="status-button" />}><StatusMenu /></Suspense>
      </nav>
      <main className="frame-main">{children}</main>
      <Suspense fallback={null}>
        {overlay === "bar" && <CommandBar />}
        {overlay === "keys" && <KeysSheet />}
      </Suspense>
    </div>
  );
}

/** A channel that does not work is everybody's business, one that runs low that of those who can see to it: they are one click away. */
function ChannelAlarm() {
  const mayManage = useMay()("manageSettings");
  const channels = Object.values(useStore(directory, (state) => state.channels));
  const failing = channels.filter((channel) => channel.status === "failing");
  const low = mayManage ? channels.filter((channel) => channel.status === "active" && channel.runsLow) : [];
  const troubled = failing.length > 0 ? failing : low;
  const [first] = troubled;
  if (!first) return null;

  const label = t(first.status === "failing" ? "shell.alarm" : "shell.low", { count: troubled.length, name: first.name });
  const href = troubled.length === 1 ? `/settings/channels/${first.id}` : "/settings/channels";
  return (
    <Tooltip text={label}>
      <Focusable>
        {mayManage
          ? <Link href={href} className="rail-place rail-alarm" data-low={first.status !== "failing" || undefined} aria-label={label}><AlertIcon size={20} /></Link>
          : <span className="rail-place rail-alarm" role="img" aria-label={label} tabIndex={0}><AlertIcon size={20} /></span>}
      </Focusable>
    </Tooltip>
  );
}

/** The line is open as long as someone is signed in, whatever the page. */
function useLine(me: string) {
  useEffect(() => {
    const hub = import("../live/hub");
    void hub.then(({ openLine }) => openLine());
    void fetchLoad(me).catch(() => {});
    return () => void hub.then(({ closeLine }) => {
      forget();
      return closeLine();
    });
  }, [me]);
}

const declare = (availability: "available" | "away", awayStateId: string | null = null) => void changeMyself({ availability, awayStateId }).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

function useGeneralCommands() {
  const may = useMay();
  const [mayManage, maySend] = [may("manageSettings"), may("sendBroadcasts")];
  const states = useStore(directory, (state) => state.awayStates);
  useCommands(useMemo(() => {
    const group = t("shell.group");
    return [
      { id: "bar", group, keys: "mod+k", label: t("shell.commands"), icon: SearchIcon, run: () => openOverlay("bar") },
      { id: "keys", group, keys: "?", label: t("shell.keys"), icon: KeyboardIcon, run: () => openOverlay("keys") },
      { id: "inbox", group, keys: "g i", label: t("shell.inbox"), icon: InboxIcon, run: () => navigate("/inbox") },
      { id: "satisfaction", group, keys: "g c", label: t("shell.satisfaction"), icon: SmileIcon, run: () => navigate("/satisfaction") },
      ...(maySend ? [{ id: "broadcasts", group, keys: "g b", label: t("shell.broadcasts"), icon: SendIcon, run: () => navigate("/broadcasts") }] : []),
      ...(mayManage ? [{ id: "settings", group, keys: "g s", label: t("shell.settings"), icon: SettingsIcon, run: () => navigate("/settings") }] : []),
      { id: "available", group, label: t("shell.declare.available"), icon: CheckIcon, run: () => declare("available") },
      { id: "away", group, label: t("shell.declare.away"), icon: PauseIcon, run: () => declare("away") },
      ...chosenAwayStates(states).map((one) => ({ id: one.id, group, label: t("shell.declare.state", { state: one.name }), icon: PauseIcon, run: () => declare("away", one.id) })),
    ];
  }, [mayManage, maySend, states]), true);
}

function Place({ href, icon: Drawn, label }: { href: string; icon: Icon; label: string }) {
  const path = usePath();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Tooltip text={label}>
      <Focusable>
        <Link href={href} className="rail-place" aria-label={label} aria-current={isHere ? "page" : undefined}><Drawn size={20} /></Link>
      </Focusable>
    </Tooltip>
  );
}

/** The sign of the house: a baton handed on. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round">
        <path d="M9.5 10.500h7.500a5 5 0 0 1 0 10H9.5" />
      </g>
      <circle cx="9.5" cy="15.5" r="2.1" fill="#fff" />
    </svg>
  );
}
