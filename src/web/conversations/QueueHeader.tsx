import { memo, Suspense } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { openSearch } from "../search/place";
import { openOverlay } from "../shell/commands";
import { withTexts } from "../shell/page";
import { Link } from "../shell/router";
import { useMay } from "../shell/session";
import { IconButton, KeyboardIcon, SearchIcon, SparkIcon, TakeIcon } from "../ui";
import { takeNext } from "./next";
import { addressOf } from "./place";
import { countOf, naturalSort, queue, type QueueFilter } from "./queue";

const ViewsMenu = withTexts<{ address: string }>(() => import("../views/ViewsMenu"));
const QueueFilters = withTexts<{ filter: QueueFilter }>(() => import("./QueueFilters"));

/** What the list shows: the state with its kept counters, whose, from which channel, in which order. */
export const QueueHeader = memo(function QueueHeader({ filter }: { filter: QueueFilter }) {
  const mayTake = useMay()("assignConversations");
  // What virtual agents have waits for nobody: its place is shown while there is something in it.
  const isHeldShown = useStore(queue, ({ counters, me }) => filter.state === "held" || countOf({ counters, filter, me }, "held") > 0);
  const states = (["new", "pending", "held", "resolved"] as const).filter((state) => state !== "held" || isHeldShown);
  return (
    <header className="queue-header">
      <div className="queue-title">
        <h2><Suspense fallback={t("shell.inbox")}><ViewsMenu address={addressOf(null, filter)} /></Suspense></h2>
        <div>
          {mayTake && <IconButton icon={TakeIcon} label={t("conversations.next")} shortcut="d" onPress={() => void takeNext()} />}
          <IconButton icon={SearchIcon} label={t("conversations.search")} shortcut="/" onPress={openSearch} />
          <IconButton icon={KeyboardIcon} label={t("shell.commands")} shortcut="mod+k" onPress={() => openOverlay("bar")} />
        </div>
      </div>
      <nav className="queue-states" aria-label={t("conversations.state")}>
        {states.map((state) => (
          <Link key={state} href={addressOf(null, { ...filter, state, sort: naturalSort(state) })} aria-current={filter.state === state ? "page" : undefined}>
            <StateTitle state={state} filter={filter} />
          </Link>
        ))}
      </nav>
      <div className="queue-filters">
        <Suspense><QueueFilters filter={filter} /></Suspense>
      </div>
    </header>
  );
});

function StateTitle({ state, filter }: { state: QueueFilter["state"]; filter: QueueFilter }) {
  const count = useStore(queue, ({ counters, me }) => (state === "resolved" ? 0 : countOf({ counters, filter, me }, state)));
  const name = t(`conversations.state.${state}`);
  return <>{state === "held" ? <span title={name}><SparkIcon size={16} /><span className="visually-hidden">{name}</span></span> : name}{count > 0 && <span className="state-count tabular" data-state={state}>{count}</span>}</>;
}
