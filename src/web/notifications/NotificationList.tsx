import { useEffect } from "react";
import { Button as PlainButton } from "react-aria-components/Button";
import { errorText } from "../api/client";
import type { Notification } from "../api/types";
import { fetchCounters, queue } from "../conversations/queue";
import { t } from "../i18n";
import { fullDate, shortDate } from "../i18n/format";
import { useStore } from "../live/store";
import { navigate } from "../shell/router";
import { Avatar, BellIcon, Button, CheckIcon, EmptyState, IconButton, InboxIcon, SettingsIcon, toast } from "../ui";
import { markRead, notifications, showMore, wants } from "./notifications";

const complain = (error: unknown) => toast(errorText(error), { tone: "bad" });

/** What one is told of, the newest first; opening one reads it. */
export default function NotificationList({ onClose }: { onClose: () => void }) {
  const { items, unread, next, status } = useStore(notifications, (state) => state);
  const go = (to: string) => {
    onClose();
    navigate(to);
  };
  return (
    <div className="notifications">
      <header>
        <h2>{t("notifications.title")}</h2>
        {unread > 0 && <Button size="sm" variant="ghost" icon={CheckIcon} onPress={() => void markRead(null).catch(complain)}>{t("notifications.readAll")}</Button>}
        <IconButton icon={SettingsIcon} size="sm" label={t("notifications.preferences")} onPress={() => go("/preferences/notifications")} />
      </header>
      <QueueLine onOpen={() => go("/inbox?assignee=none")} />
      {items.length === 0 && status !== "loading" && <EmptyState icon={BellIcon} title={t("notifications.none")} text={t("notifications.none.text")} />}
      <ul>
        {items.map((one) => (
          <li key={one.id} data-unread={!one.isRead || undefined}>
            <PlainButton className="notification" onPress={() => go(`/inbox/${one.conversation.id}`)}><Told about={one} /></PlainButton>
            {!one.isRead && <IconButton icon={CheckIcon} size="sm" label={t("notifications.read", { name: one.conversation.contact.name })} onPress={() => void markRead(one.conversation.id).catch(complain)} />}
          </li>
        ))}
      </ul>
      {next && <Button size="sm" variant="ghost" onPress={() => void showMore().catch(complain)}>{t("notifications.more")}</Button>}
    </div>
  );
}

function Told({ about: { kind, by, times, conversation, text, at, isRead } }: { about: Notification }) {
  const { contact } = conversation;
  return (<>
    <Avatar name={contact.name} url={contact.avatarUrl} size={32} />
    <span className="notification-words">
      <span>{!isRead && <span className="visually-hidden">{t("notifications.unread")} </span>}{t(`notifications.told.${kind}${by.kind === "member" ? "" : ".automatic"}`, { name: contact.name, by: by.name })}</span>
      {text && <small className="truncate">{text}</small>}
      <small><time dateTime={at} title={fullDate(new Date(at))}>{shortDate(new Date(at))}</time>{times > 1 && ` · ${t("notifications.times", { count: times })}`}</small>
    </span>
  </>);
}

/** How much waits for anybody: a number, kept by the feed. */
function QueueLine({ onOpen }: { onOpen: () => void }) {
  const { counters, countersAt } = useStore(queue, (state) => state);
  const { arrived, preferences } = useStore(notifications, (state) => state);
  useEffect(() => {
    if (countersAt < 0) void fetchCounters().catch(() => {});
  }, [countersAt]);
  const waiting = Object.entries(counters).reduce((sum, [place, count]) => (place.startsWith("new|") && place.endsWith("|") ? sum + count : sum), 0);
  if (!wants(preferences, "queue") || waiting <= 0) return null;
  return (
    <PlainButton className="notification notification-queue" onPress={onOpen}>
      <InboxIcon size={18} />
      <span className="notification-words">
        <span>{t("notifications.queue", { count: waiting })}</span>
        {arrived > 0 && <small>{t("notifications.queue.arrived", { count: arrived })}</small>}
      </span>
    </PlainButton>
  );
}
