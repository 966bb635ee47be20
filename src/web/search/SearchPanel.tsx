import { useEffect, useRef, useState } from "react";
import FilterChips from "../filters/FilterChips";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { useCommands } from "../shell/commands";
import { AlertIcon, BackIcon, Button, ChevronDownIcon, EmptyState, IconButton, SearchIcon, Skeleton } from "../ui";
import { changeSearch, closeSearch, filterNames, openAt, type Search } from "./place";
import { found, look, lookFurther } from "./search";
import { type Hit, hitsOf, SearchResults } from "./SearchResults";
import "../ui/SearchField.css";
import "./Search.css";

const typingMs = 120;
const isNarrowed = ({ filter }: Search) => Object.values(filter).some(Boolean);

/** The search, in place of the queue: typing finds, the arrows choose, Enter opens the conversation where the words stand. */
export default function SearchPanel({ search, openId }: { search: Search; openId: string | null }) {
  const results = useStore(found, (state) => state.results);
  const hits = hitsOf(results);
  const [at, setAt] = useState(() => Math.max(0, hits.findIndex((hit) => hit.conversationId === openId && (hit.messageId ?? "") === location.hash.slice(1))));
  useLooking(search, () => setAt(0));

  const open = (hit: Hit | undefined) => hit && openAt(hit.conversationId, hit.messageId);
  const step = (by: 1 | -1) => {
    const next = Math.min(hits.length - 1, Math.max(0, at + by));
    setAt(next);
    return hits[next];
  };
  useSteps((by) => open(step(by)));

  return (
    <div className="search-panel">
      <header className="search-head">
        <IconButton icon={BackIcon} label={t("search.close")} onPress={closeSearch} />
        <Line search={search} isFresh={!openId} shown={hits[at]} onStep={step} onOpen={() => open(hits[at])} />
        <FilterChips names={filterNames} values={search.filter} onChange={(filter) => changeSearch({ ...search, filter })} />
      </header>
      <Found search={search} openId={openId} at={at} onPoint={setAt} onOpen={open} />
    </div>
  );
}

/** Once the typing stops for a moment; what is on screen stays until then. */
function useLooking(search: Search, onOther: () => void) {
  useEffect(() => {
    const last = found.get().search;
    if (last && last.words === search.words && String(Object.entries(last.filter)) === String(Object.entries(search.filter)) && found.get().status !== "failed") return;
    onOther();
    const timer = setTimeout(() => void look(search), last ? typingMs : 0);
    return () => clearTimeout(timer);
  }, [search]);
}

/** Outside the line, the keys of the queue walk through what was found. */
function useSteps(open: (by: 1 | -1) => void) {
  const latest = useRef(open);
  latest.current = open;
  const [offer] = useState(() => [
    { id: "search-next", group: t("conversations.search"), keys: "j|down", label: t("search.next"), icon: ChevronDownIcon, run: () => latest.current(1) },
    { id: "search-previous", group: t("conversations.search"), keys: "k|up", label: t("search.previous"), icon: ChevronDownIcon, run: () => latest.current(-1) },
    { id: "search-close", group: t("conversations.search"), keys: "escape", label: t("search.close"), icon: BackIcon, run: closeSearch },
  ]);
  useCommands(offer);
}

interface LineProps { search: Search; isFresh: boolean; shown: Hit | undefined; onStep: (by: 1 | -1) => void; onOpen: () => void }

function Line({ search, isFresh, shown, onStep, onOpen }: LineProps) {
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => { if (isFresh) line.current?.select(); }, []);
  const keys: Record<string, () => void> = { ArrowDown: () => onStep(1), ArrowUp: () => onStep(-1), Enter: onOpen, Escape: closeSearch };
  return (
    <div className="search-field">
      <SearchIcon size={16} />
      <input
        ref={line} autoFocus type="search" role="combobox" aria-expanded={!!shown} aria-controls={shown && "search-list"} aria-activedescendant={shown?.key}
        aria-label={t("conversations.search")} placeholder={t("search.placeholder")} value={search.words} maxLength={200} autoComplete="off" spellCheck={false}
        onChange={(event) => changeSearch({ ...search, words: event.target.value })}
        onKeyDown={(event) => keys[event.key] && (event.preventDefault(), event.stopPropagation(), keys[event.key]!())}
      />
    </div>
  );
}

interface FoundProps { search: Search; openId: string | null; at: number; onPoint: (at: number) => void; onOpen: (hit: Hit) => void }

function Found({ search, ...rest }: FoundProps) {
  const { status, results, next } = useStore(found, (state) => state);
  if (status === "failed") return <EmptyState icon={AlertIcon} title={t("conversations.failed")} action={<Button onPress={() => void look(search)}>{t("shell.unreachable.retry")}</Button>} />;
  if (status === "idle") return <EmptyState icon={SearchIcon} title={t("search.begin.title")} text={t("search.begin.text")} />;
  if (results.length > 0) return <SearchResults results={results} isStale={status === "loading"} more={next ? () => void lookFurther() : null} {...rest} />;
  if (status === "loading") return <Loading />;
  return (
    <EmptyState
      icon={SearchIcon} title={t("search.none.title")} text={t(next ? "search.none.yet" : isNarrowed(search) ? "search.none.filtered" : "search.none.text")}
      action={next ? <Button onPress={() => void lookFurther()}>{t("search.further")}</Button> : isNarrowed(search) && <Button onPress={() => changeSearch({ ...search, filter: {} })}>{t("search.everywhere")}</Button>}
    />
  );
}

function Loading() {
  return (
    <div className="search-list" aria-busy="true">
      {[60, 44, 70, 52].map((width, at) => <div key={at} className="search-group"><Skeleton width={`${width}%`} /><Skeleton width={`${width + 24}%`} height={10} /></div>)}
    </div>
  );
}
