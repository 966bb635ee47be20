import { memo, type UIEvent } from "react";
import type { SearchResult } from "../api/types";
import { t } from "../i18n";
import { fullDate, shortDate } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Avatar, Badge, Button, NoteIcon, PersonIcon, ReplyIcon, StarIcon } from "../ui";

type Finding = SearchResult["hits"][number];

/** One line of the results: a message, or what is known of the contact. */
export interface Hit { key: string; conversationId: string; messageId: string | null }

const keyOf = (result: SearchResult, hit: Finding) => `hit-${hit.messageId ?? result.conversation.id}`;

/** All lines in the order of the screen. */
export const hitsOf = (results: SearchResult[]): Hit[] =>
  results.flatMap((result) => result.hits.map((hit) => ({ key: keyOf(result, hit), conversationId: result.conversation.id, messageId: hit.messageId })));

interface SearchResultsProps {
  results: SearchResult[];
  isStale: boolean;
  openId: string | null;
  at: number;
  onPoint: (at: number) => void;
  onOpen: (hit: Hit) => void;
  /** There is more to look through. */
  more: (() => void) | null;
}

const nearEnd = 400;

/** What was found, by conversation, the newest first. */
export function SearchResults({ results, isStale, openId, at, onPoint, onOpen, more }: SearchResultsProps) {
  const hits = hitsOf(results);
  const shown = hits[at]?.key;
  const onScroll = ({ currentTarget: list }: UIEvent<HTMLElement>) => list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd && more?.();
  return (
    <div className="search-list" data-stale={isStale || undefined} aria-busy={isStale} onScroll={onScroll}>
      <p className="visually-hidden" role="status">{t("search.count", { count: results.length })}</p>
      <div id="search-list" role="listbox" aria-label={t("search.results")}>
        {results.map((result) => (
          <Group
            key={result.conversation.id} result={result} isOpen={result.conversation.id === openId}
            shown={result.hits.some((hit) => keyOf(result, hit) === shown) ? shown! : null}
            onPoint={(key) => onPoint(hits.findIndex((hit) => hit.key === key))} onOpen={onOpen}
          />
        ))}
      </div>
      {more && <div className="search-more"><Button size="sm" onPress={more}>{t("search.further")}</Button></div>}
    </div>
  );
}

interface GroupProps { result: SearchResult; isOpen: boolean; shown: string | null; onPoint: (key: string) => void; onOpen: (hit: Hit) => void }

const Group = memo(function Group({ result, isOpen, shown, onPoint, onOpen }: GroupProps) {
  const { conversation: row, hits } = result;
  const channel = useStore(directory, (state) => state.channels[row.channelId]?.name);
  return (
    <div className="search-group" role="group" aria-label={row.contact.name} data-open={isOpen || undefined}>
      <div className="search-contact" aria-hidden>
        <Avatar name={row.contact.name} url={row.contact.avatarUrl} size={28} />
        <strong className="truncate">{row.contact.name}</strong>
        {row.contact.vip && <StarIcon size={13} className="vip-star" />}
        <span className="search-channel truncate">{channel}</span>
        <Badge tone={row.state === "new" ? "accent" : "neutral"}>{t(`conversations.state.${row.state}.one`)}</Badge>
      </div>
      {hits.map((hit) => {
        const key = keyOf(result, hit);
        return (
          <Line
            key={key} id={key} hit={hit} isShown={key === shown} onPoint={() => onPoint(key)}
            onOpen={() => (onPoint(key), onOpen({ key, conversationId: row.id, messageId: hit.messageId }))}
          />
        );
      })}
    </div>
  );
});

function Line({ id, hit, isShown, onPoint, onOpen }: { id: string; hit: Finding; isShown: boolean; onPoint: () => void; onOpen: () => void }) {
  const at = new Date(hit.at);
  return (
    <div
      id={id} role="option" aria-selected={isShown} className="search-hit" onPointerMove={onPoint} onClick={onOpen}
      ref={(element) => { if (isShown) element?.scrollIntoView({ block: "nearest" }); }}
    >
      <span className="search-excerpt">
        <Kind hit={hit} />
        {hit.excerpt.map((part, index) => (part.isHit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}
      </span>
      <time dateTime={hit.at} title={fullDate(at)}>{shortDate(at)}</time>
    </div>
  );
}

function Kind({ hit }: { hit: Finding }) {
  const [Drawn, name] = hit.messageId === null ? [PersonIcon, t("search.contact")] : hit.direction === "note" ? [NoteIcon, t("conversations.note.label")] : hit.direction === "out" ? [ReplyIcon, hit.author?.name ?? ""] : [null, ""];
  return Drawn && <Drawn size={13} aria-label={name} aria-hidden={false} role="img" />;
}
