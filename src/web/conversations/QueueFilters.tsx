import { useEffect } from "react";
import FilterChips from "../filters/FilterChips";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { navigate } from "../shell/router";
import { useSession } from "../shell/session";
import { Button, ChevronDownIcon, Menu } from "../ui";
import { changeDisplay, columns, display, toggled } from "./display";
import { isAsked, narrowNames } from "./narrowing";
import { panelProps, panels } from "./panels";
import { addressOf } from "./place";
import { askAgain, type QueueFilter } from "./queue";

/** Whose conversations the list shows, from which channel, narrowed by what, in which order and look. */
export default function QueueFilters({ filter }: { filter: QueueFilter }) {
  const { queue: may } = useSession();
  const show = (change: Partial<QueueFilter>) => navigate(addressOf(null, { ...filter, ...change }), { replace: true });
  useAsking(filter);
  return (
    <>
      <AssigneeFilter filter={filter} show={show} />
      {may.mayChooseChannels && <ChannelFilter filter={filter} show={show} />}
      {may.mayFilter && <FilterChips names={narrowNames} values={filter.narrowing ?? {}} onChange={(narrowing) => show({ narrowing })} />}
      <span className="queue-sort"><SortMenu filter={filter} show={show} /></span>
    </>
  );
}

const minuteMs = 60_000;

/** What has waited long enough comes into the list without anything having happened. */
function useAsking({ narrowing }: QueueFilter) {
  useEffect(() => {
    if (!isAsked(narrowing)) return;
    const timer = setInterval(askAgain, minuteMs);
    return () => clearInterval(timer);
  }, [narrowing]);
}

interface FilterProps { filter: QueueFilter; show: (change: Partial<QueueFilter>) => void }

const FilterButton = ({ words, isSet }: { words: string; isSet: boolean }) => (
  <Button size="sm" variant="ghost" data-set={isSet || undefined}><span className="filter-words">{words}<ChevronDownIcon size={14} /></span></Button>
);

function AssigneeFilter({ filter, show }: FilterProps) {
  const { member, queue: may } = useSession();
  const members = useStore(directory, (state) => state.members);
  const open = useStore(panels, (state) => state.open);
  const name = filter.assignee === null ? t("conversations.assignee.all") : filter.assignee === "me" ? t("conversations.assignee.me") : filter.assignee === "none" ? t("conversations.assignee.none") : filter.assignee === "any" ? t("conversations.assignee.any") : members[filter.assignee]?.name ?? "…";
  const entry = (assignee: string | null, label: string) => ({ id: assignee ?? "all", label, isChecked: filter.assignee === assignee, onAction: () => show({ assignee }) });
  return (
    <Menu
      {...panelProps(open, "filter")}
      label={t("conversations.assignee")}
      trigger={<FilterButton words={name} isSet={filter.assignee !== null} />}
      groups={[
        { id: "kinds", entries: [entry(null, t("conversations.assignee.all")), entry("me", t("conversations.assignee.me")), entry("none", t("conversations.assignee.none")), ...(may.mayFilter ? [entry("any", t("conversations.assignee.any"))] : [])] },
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

/** In which order, how close together, and with what: the look is remembered for each member. */
function SortMenu({ filter, show }: FilterProps) {
  const { member, queue: may } = useSession();
  const { isCompact, hidden } = useStore(display, (state) => state);
  const orders = may.maySort || filter.state === "resolved" ? (["oldest", "newest"] as const) : [];
  return (
    <Menu
      label={t("conversations.sort")}
      placement="bottom end"
      trigger={<FilterButton words={t(`conversations.sort.${filter.sort}.short`)} isSet={false} />}
      groups={[
        { id: "sort", title: t("conversations.sort"), entries: orders.map((sort) => ({ id: sort, label: t(`conversations.sort.${sort}`), isChecked: filter.sort === sort, onAction: () => show({ sort }) })) },
        { id: "density", title: t("conversations.density"), entries: [true, false].map((compact) => ({ id: `compact-${compact}`, label: t(`conversations.density.${compact ? "compact" : "roomy"}`), isChecked: isCompact === compact, onAction: () => changeDisplay(member.id, { isCompact: compact }) })) },
        { id: "columns", title: t("conversations.columns"), entries: columns.map((column) => ({ id: column, label: t(`conversations.columns.${column}`), isChecked: !hidden.includes(column), onAction: () => changeDisplay(member.id, { hidden: toggled(hidden, column) }) })) },
      ]}
    />
  );
}
