import { memo } from "react";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { fullDate, shortDate, shortDuration } from "../i18n/format";
import { presence } from "../live/presence";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { Avatar, BoomerangIcon, GlobeIcon, NoteIcon, ReplyIcon, StarIcon } from "../ui";
import { ScoreChip } from "../surveys/ScoreChip";
import { display } from "./display";
import { PriorityMark } from "./PriorityMark";
import { previewText } from "./texts";
import { useMinute } from "./useMinute";

/** One conversation of the queue in two lines: who and since when; what, where and whose. */
export const QueueRow = memo(function QueueRow({ row, isOpen }: { row: ConversationRow; isOpen: boolean }) {
  const channel = useStore(directory, (state) => state.channels[row.channelId]?.name);
  const assignee = useStore(directory, (state) => (row.assigneeId ? state.members[row.assigneeId] : undefined));
  const topics = useStore(directory, (state) => state.topics);
  const { isCompact, hidden } = useStore(display, (state) => state);
  const isTyping = useStore(presence, (state) => (state.typingContacts[row.id] ?? 0) > 0);
  return (
    <Link href={`/inbox/${row.id}${location.search}`} className="queue-row" aria-current={isOpen ? "true" : undefined} data-row={row.id} draggable={false}>
      <Avatar name={row.contact.name} url={row.contact.avatarUrl} size={isCompact ? 24 : 36} />
      <div className="queue-row-words">
        <div className="queue-row-line">
          <span className="queue-row-name truncate">{row.contact.name}</span>
          {row.contact.vip && <StarIcon size={13} className="vip-star" aria-label={t("conversations.vip")} aria-hidden={false} role="img" />}
          <span className="queue-row-channel truncate">{!hidden.includes("channel") && channel}</span>
          {row.priority > 0 && <PriorityMark row={row} />}
          <Age row={row} />
        </div>
        <div className="queue-row-line">
          <span className="queue-row-preview truncate">
            {isTyping ? <em className="is-typing">{t("conversations.typing.contact.short")}</em> : !hidden.includes("preview") && <Preview row={row} />}
          </span>
          {!hidden.includes("topics") && row.topicIds.map((id) => topics[id] && <span key={id} className="queue-row-topic truncate">{topics[id].name}</span>)}
          {row.score && <ScoreChip score={row.score} />}
          {row.boomerangAt && <BoomerangIcon size={14} aria-label={t("conversations.boomerang.set")} aria-hidden={false} role="img" />}
          {row.holder && <span className="queue-row-topic truncate">{row.holder.name}</span>}
          {assignee && !hidden.includes("assignee") && <><Avatar name={assignee.name} size={20} /><span className="visually-hidden">{t("conversations.assignedTo", { name: assignee.name })}</span></>}
        </div>
      </div>
    </Link>
  );
});

function Preview({ row }: { row: ConversationRow }) {
  if (!row.preview) return t("conversations.noMessage");
  const { direction } = row.preview;
  return <>{row.visibility === "public" && <GlobeIcon size={13} aria-label={t("conversations.public")} aria-hidden={false} role="img" />}{direction === "out" && <ReplyIcon size={13} />}{direction === "note" && <NoteIcon size={13} />}{previewText(row.preview)}</>;
}

/** What waits says how long it has been waiting; what does not, when it last moved. */
function Age({ row }: { row: ConversationRow }) {
  const now = useMinute();
  const since = new Date(row.state === "new" ? row.stateSince : row.lastMessageAt ?? row.stateSince);
  const waited = now - since.getTime();
  const words = row.state === "new" ? (waited < 60_000 ? t("conversations.now") : shortDuration(waited)) : shortDate(since);
  return <time className="queue-row-age tabular" dateTime={since.toISOString()} title={fullDate(since)}>{words}</time>;
}
