import { type DragEvent, type ReactNode, Suspense, useEffect, useState } from "react";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { withTexts } from "../shell/page";
import { AlertIcon, BoomerangIcon, Button, ClipIcon, EmptyState, lazily, QuestionIcon, Skeleton } from "../ui";
import { markRead } from "./actions";
import { canIn } from "./can";
import { Composer } from "./Composer";
import { addFiles, receiveDraft, turnTo } from "./drafts";
import { History } from "./History";
import { openOthers } from "./others";
import { openPanel, panels } from "./panels";
import { goTo } from "./place";
import { queue } from "./queue";
import { openThread, thread } from "./thread";
import { ThreadHeader } from "./ThreadHeader";
import "./ThreadView.css";
import { Viewers } from "./Viewers";

const TopicBar = lazily(() => import("./TopicBar"));
const HolderBar = withTexts(() => import("../virtual-agents/HolderBar"));
const TagMessageDialog = withTexts(() => import("../tags/TagMessageDialog"));
const PostCard = withTexts(() => import("./PostCard"));
const AlsoOpen = withTexts(() => import("./AlsoOpen"));
const MergeIntoDialog = withTexts(() => import("./MergeIntoDialog"));
const NewerConversation = withTexts(() => import("./NewerConversation"));

/**
 * The open conversation within the whole history of its thread, and the place to answer.
 * The list already knows its row: head and composer stand at once, and stay while one walks through the list.
 */
export function ThreadView({ conversationId }: { conversationId: string }) {
  const status = useStore(thread, (state) => state.status);
  const view = useStore(thread, (state) => (state.conversationId === conversationId ? state.view : null));
  const known = useStore(queue, (state) => state.rows.find((one) => one.id === conversationId));
  const row = view?.row ?? known;
  const newer = useStore(thread, (state) => (row?.state === "resolved" ? state.conversations.find((one) => one.state !== "resolved") : undefined));
  const tagged = useStore(panels, (state) => state);
  useEffect(() => {
    if (view) receiveDraft(view);
    if (view && canIn(directory.get().channels[view.row.channelId], view.row.visibility)?.readOut) markRead(view.row.id);
  }, [view?.row.id]);

  if (status === "missing") return <EmptyState icon={QuestionIcon} title={t("conversations.missing.title")} text={t("conversations.missing.text")} action={<Button onPress={() => goTo(null)}>{t("conversations.back")}</Button>} />;
  const failure = status === "failed" && <EmptyState icon={AlertIcon} title={t("conversations.failed")} action={<Button onPress={() => void openThread(conversationId)}>{t("shell.unreachable.retry")}</Button>} />;
  if (!row && failure) return failure;
  if (!row) return <LoadingThread />;
  return (
    <DropPlace row={row}>
      <ThreadHeader row={row} mayReopen={!newer} />
      <Suspense fallback={<div className="topic-bar" />}><TopicBar row={row} /></Suspense>
      {view?.post && <Suspense fallback={<div className="post-card" />}><PostCard post={view.post} /></Suspense>}
      {view ? <History key={conversationId} /> : failure || <LoadingHistory />}
      {tagged.open === "tag" && <Suspense fallback={null}><TagMessageDialog messageId={tagged.messageId} onClose={() => openPanel(null)} /></Suspense>}
      {row.boomerangNote && !row.boomerangAt && <p className="boomerang-note"><BoomerangIcon size={15} />{t("conversations.boomerang.noted", { note: row.boomerangNote })}</p>}
      {row.holder && <Suspense fallback={null}><HolderBar row={row} /></Suspense>}
      {view && row.state !== "resolved" && openOthers(row, view.contact).length > 0 && <Suspense fallback={null}><AlsoOpen row={row} contact={view.contact} /></Suspense>}
      {view && row.state !== "resolved" && tagged.open === "mergeInto" && <Suspense fallback={null}><MergeIntoDialog row={row} contact={view.contact} /></Suspense>}
      <Viewers conversationId={row.id} contactName={row.contact.name} />
      {newer ? <Suspense fallback={<div className="composer" />}><NewerConversation newer={newer} /></Suspense> : <Composer row={row} window={view?.window ?? null} />}
    </DropPlace>
  );
}

/** Files may be dropped anywhere on the thread, where the channel takes files. */
function DropPlace({ row, children }: { row: ConversationRow; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const takesFiles = useStore(directory, (state) => (canIn(state.channels[row.channelId], row.visibility)?.attachments.max ?? 0) > 0);
  const hasFiles = (event: DragEvent) => takesFiles && event.dataTransfer.types.includes("Files");
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    turnTo(row.id, "reply");
    addFiles(row.id, [...event.dataTransfer.files]);
  };
  return (
    <div
      className="thread-drop"
      onDragOver={(event) => hasFiles(event) && (event.preventDefault(), setOver(true))}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={drop}
    >
      {children}
      {isOver && <div className="drop-veil"><ClipIcon size={22} />{t("conversations.drop")}</div>}
    </div>
  );
}

function LoadingThread() {
  return (
    <div className="thread-drop" aria-busy="true">
      <div className="thread-header"><Skeleton width={36} height={36} round /><Skeleton width={160} height={14} /></div>
      <LoadingHistory />
    </div>
  );
}

const shapes = [["in", 260, 38], ["in", 180, 38], ["out", 300, 58], ["in", 220, 38]] as const;

const LoadingHistory = () => (
  <div className="history-loading" aria-busy="true">
    {shapes.map(([side, width, height], at) => <span key={at} data-side={side}><Skeleton width={width} height={height} /></span>)}
  </div>
);
