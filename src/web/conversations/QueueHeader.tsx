import { memo } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { openSearch } from "../search/place";
import { openOverlay } from "../shell/commands";
import { directory } from "../shell/directory";
import { Link, navigate } from "../shell/router";
import { useMay, useSession } from "../shell/session";
import { Button, ChevronDownIcon, IconButton, KeyboardIcon, Menu, SearchIcon, TakeIcon } from "../ui";
import { takeNext } from "./next";
import { panelProps, panels } from "./panels";
import { addressOf } from "./place";
import { countOf, naturalSort, queue, type QueueFilter } from "./queue";

/** What the list shows: the state with its kept counters, whose, from which channel, in which order. */
export const QueueHeader = memo(function QueueHeader({ filter }: { filter: QueueFilter }) {
  const show = (change: Partial<QueueFilter>) => navigate(addressOf(null, { ...filter, ...change }), { replace: true });
  const { queue: may } = useSession();
  const mayTake = useMay()("assignConversations");
  return (
    <header className="queue-header">
      <div className="queue-title">
        <h2>{t("shell.inbox")}</h2>
        <div>
          {mayTake && <IconButton icon={TakeIcon} label={t("conversations.next")} shortcut="d" onPress={() => void takeNext()} />}
          <IconButton icon={SearchIcon} label={t("conversations.search")} shortcut="/" onPress={openSearch} />
          <IconButton icon={KeyboardIcon} label={t("shell.commands")} shortcut="mod+k" onPress={() => openOverlay("bar")} />
        </div>
      </div>
      <nav className="queue-states" aria-label={t("conversations.state")}>
        {(["new", "pending", "resolved"] as const).map((state) => (
          <Link key={state} href={addressOf(null, { ...filter, state, sort: naturalSort(state) })} aria-current={filter.state === state ? "page" : undefined}>
            <StateTitle state={state} filter={filter} />
          </Link>
        ))}
      </nav>
      <div className="queue-filters">
        <AssigneeFilter filter={filter} show={show} />
        {may.mayChooseChannels && <ChannelFilter filter={filter} show={show} />}
        {(may.maySort || filter.state === "resolved") && <SortMenu filter={filter} show={show} />}
      </div>
    </header>
  );
});

function StateTitle({ state, filter }: { state: QueueFilter["state"]; filter: QueueFilter }) {
  const count = useStore(queue, ({ counters, me }) => (state === "resolved" ? 0 : countOf({ counters, filter, me }, state)));
  return <>{t(`conversations.state.${state}`)}{count > 0 && <span className="state-count tabular" data-state={state}>{count}</span>}</>;
}

interface FilterProps { filter: QueueFilter; show: (change: Partial<QueueFilter>) => void }

const FilterButton = ({ words, isSet }: { words: string; isSet: boolean }) => (
  <Button size="sm" variant="ghost" data-set={isSet || undefined}><span className="filter-words">{words}<ChevronDownIcon size={14} /></span></Button>
);

function AssigneeFilter({ filter, show }: FilterProps) {
  const { member, queue: may } = useSession();
  const members = useStore(directory, (state) => state.members);
  const open = useStore(panels, (state) => state.open);
  const name = filter.assignee === null ? t("conversations.assignee.all") : filter.assignee === "me" ? t("conversations.assignee.me") : filter.assignee === "none" ? t("conversations.assignee.none") : members[filter.assignee]?.name ?? "…";
  const entry = (assignee: string | null, label: string) => ({ id: assignee ?? "all", label, isChecked: filter.assignee === assignee, onAction: () => show({ assignee }) });
  return (
    <Menu
      {...panelProps(open, "filter")}
      label={t("conversations.assignee")}
      trigger={<FilterButton words={name} isSet={filter.assignee !== null} />}
      groups={[
        { id: "kinds", entries: [entry(null, t("conversations.assignee.all")), entry("me", t("conversations.assignee.me")), entry("none", t("conversations.assignee.none"))] },
        ...(may.mayFilter ? [{ id: "members", title: t("conversations.colleagues"), entries: Object.values(members).filter((one) => one.id !== member.id && one.status === "active").map((one) => entry(one.id, one.name)) }] : []),
      ]}
    />
  );
}

function ChannelFilter({ filter, show }: FilterProps) {
  const channels = useStore(directory, (state) => state.channels);
  const entry = (channelId: string | null, label: string) => ({ id: channelId ?? "all", label, isChecked: filter.channelId === channelId, onAction: () => show({ channelId }) });
  return (
    <Menu
      label={t("conversations.channel")}
      trigger={<FilterButton words={filter.channelId ? channels[filter.channelId]?.name ?? "…" : t("conversations.channel.all")} isSet={filter.channelId !== null} />}
      groups={[{ id: "channels", entries: [entry(null, t("conversations.channel.all")), ...Object.values(channels).map((one) => entry(one.id, one.name))] }]}
    />
  );
}

function SortMenu({ filter, show }: FilterProps) {
  return (
    <Menu
      label={t("conversations.sort")}
      placement="bottom end"
      trigger={<FilterButton words={t(`conversations.sort.${filter.sort}.short`)} isSet={false} />}
      groups={[{ id: "sort", entries: (["oldest", "newest"] as const).map((sort) => ({ id: sort, label: t(`conversations.sort.${sort}`), isChecked: filter.sort === sort, onAction: () => show({ sort }) })) }]}
    />
  );
}
