import { Suspense, useEffect, useLayoutEffect } from "react";
import { t } from "../i18n";
import { OfflineNotice } from "../live/Connection";
import { pull } from "../live/feed";
import { watch } from "../live/hub";
import { useStore } from "../live/store";
import { useSearch } from "../search/place";
import { fetchDirectory } from "../shell/directory";
import { withTexts, type PageProps } from "../shell/page";
import { useHash } from "../shell/router";
import { useMay, useSession } from "../shell/session";
import { Button, ChatIcon, EmptyState, Keys, TakeIcon } from "../ui";
import { recallDisplay } from "./display";
import { saveAll } from "./drafts";
import "./Inbox.css";
import { takeNext } from "./next";
import { panels } from "./panels";
import { useFilter } from "./place";
import { fetchCounters, queue, showQueue } from "./queue";
import { QueueList } from "./QueueList";
import { QueueHeader } from "./QueueHeader";
import { openThread, seek, thread } from "./thread";
import { ThreadView } from "./ThreadView";
import { useInboxCommands } from "./useInboxCommands";

/** Comes a moment after the thread, which is what one waits for, and with it the texts that the inbox does without. */
const ContactPanel = withTexts<object>(() => import("../contacts/ContactPanel"));

const MutedPostsDialog = withTexts<object>(() => import("./MutedPostsDialog"));
const Choosing = withTexts(() => import("./Choosing"));
const SearchPanel = withTexts(() => import("../search/SearchPanel"));

/** The agents' main screen: the queue, the thread, the contact. On a phone they lie on one another. */
export default function Inbox({ params }: PageProps) {
  const { member } = useSession();
  const filter = useFilter();
  const conversationId = params.conversationId ?? null;
  const search = useSearch();
  const sought = useHash();
  const mayChoose = useMay()("actInBulk");
  const isMissing = useStore(thread, (state) => state.status === "missing");
  const isContactShown = useStore(panels, (state) => state.isContactShown) && !isMissing;
  const isMutedShown = useStore(panels, (state) => state.open === "mutedPosts");

  useEffect(() => {
    void start();
    return () => void watch(null);
  }, []);
  useLayoutEffect(() => recallDisplay(member.id), [member.id]);
  useEffect(() => void showQueue(filter, member.id), [filter, member.id]);
  useEffect(() => {
    void openThread(conversationId);
    void watch(conversationId);
    return saveAll;
  }, [conversationId]);
  useEffect(() => seek(sought || null), [conversationId, sought]);
  useTitle();
  useInboxCommands(conversationId, filter, search !== null);

  return (
    <div className="inbox" data-open={conversationId ? "thread" : "queue"} data-contact={isContactShown || undefined}>
      <h1 className="visually-hidden">{t("shell.inbox")}</h1>
      <section className="queue" aria-label={t("conversations.queue")}>
        <OfflineNotice />
        {search ? (
          <Suspense><SearchPanel search={search} openId={conversationId} /></Suspense>
        ) : (
          <>
            <QueueHeader filter={filter} />
            <QueueList openId={conversationId} filter={filter} />
            {mayChoose && <Suspense><Choosing openId={conversationId} filter={filter} /></Suspense>}
          </>
        )}
      </section>
      <section className="thread" aria-label={t("conversations.thread")}>
        {conversationId ? <ThreadView conversationId={conversationId} /> : <NothingOpen />}
      </section>
      {isMutedShown && <Suspense fallback={null}><MutedPostsDialog /></Suspense>}
      {conversationId && isContactShown && <Suspense fallback={<aside className="contact-panel" />}><ContactPanel /></Suspense>}
    </div>
  );
}

async function start() {
  void fetchDirectory();
  await fetchCounters().catch(() => {});
  await pull().catch(() => {});
}

/** How much is waiting, on the browser's tab. */
function useTitle() {
  const waiting = useStore(queue, ({ counters }) => Object.entries(counters).reduce((sum, [key, value]) => (key.startsWith("new|") ? sum + value : sum), 0));
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Relais` : "Relais";
  }, [waiting]);
}

function NothingOpen() {
  const mayTake = useMay()("assignConversations");
  return (
    <EmptyState
      icon={ChatIcon}
      title={t("conversations.choose.title")}
      text={t("conversations.choose.text")}
      action={<>
        {mayTake && <Button variant="primary" icon={TakeIcon} onPress={() => void takeNext()}>{t("conversations.next")}</Button>}
        <ul className="hint-keys">
          {([...(mayTake ? [["d", "give"]] : []), ["j", "next"], ["mod+k", "commands"], ["?", "keys"]] as const).map(([keys, name]) => (
            <li key={name}><Keys keys={keys} /> {t(`conversations.choose.${name}`)}</li>
          ))}
        </ul>
      </>}
    />
  );
}
