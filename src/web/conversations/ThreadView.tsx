import { type DragEvent, useEffect, useState } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { AlertIcon, BoomerangIcon, Button, ClipIcon, EmptyState, QuestionIcon, Skeleton } from "../ui";
import { markRead } from "./actions";
import { Composer } from "./Composer";
import { addFiles, changeDraft, receiveDraft } from "./drafts";
import { History } from "./History";
import { goTo } from "./place";
import { openThread, thread } from "./thread";
import { ThreadHeader } from "./ThreadHeader";
import "./ThreadView.css";
import { Viewers } from "./Viewers";

/** The open conversation within the whole history of its thread, and the place to answer. */
export function ThreadView() {
  const { status, conversationId } = useStore(thread, (state) => state);
  const view = useStore(thread, (state) => state.view);
  useEffect(() => {
    if (!view) return;
    receiveDraft(view);
    markRead(view.row.id);
  }, [view?.row.id]);

  if (status === "missing") return <EmptyState icon={QuestionIcon} title={t("conversations.missing.title")} text={t("conversations.missing.text")} action={<Button onPress={() => goTo(null)}>{t("conversations.back")}</Button>} />;
  if (status === "failed") return <EmptyState icon={AlertIcon} title={t("conversations.failed")} action={<Button onPress={() => void openThread(conversationId)}>{t("shell.unreachable.retry")}</Button>} />;
  if (!view) return <LoadingThread />;
  return (
    <DropPlace conversationId={view.row.id}>
      <ThreadHeader view={view} />
      <History />
      {view.boomerangNote && !view.row.boomerangAt && <p className="boomerang-note"><BoomerangIcon size={15} />{t("conversations.boomerang.noted", { note: view.boomerangNote })}</p>}
      <Viewers conversationId={view.row.id} contactName={view.row.contact.name} />
      <Composer view={view} />
    </DropPlace>
  );
}

/** Files may be dropped anywhere on the thread, where the channel takes files. */
function DropPlace({ conversationId, children }: { conversationId: string; children: React.ReactNode }) {
  const [isOver, setOver] = useState(false);
  const channelId = useStore(thread, (state) => state.view?.row.channelId ?? "");
  const takesFiles = useStore(directory, (state) => (state.channels[channelId]?.capabilities.attachments.max ?? 0) > 0);
  const hasFiles = (event: DragEvent) => takesFiles && event.dataTransfer.types.includes("Files");
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    changeDraft(conversationId, { mode: "reply" });
    addFiles(conversationId, [...event.dataTransfer.files]);
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
      <div className="history-loading">
        {[["in", 260], ["in", 180], ["out", 300], ["in", 220]].map(([side, width], at) => (
          <span key={at} data-side={side}><Skeleton width={width} height={at === 2 ? 58 : 38} /></span>
        ))}
      </div>
    </div>
  );
}
