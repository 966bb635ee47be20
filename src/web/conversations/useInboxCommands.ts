import { useMemo } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { openSearch } from "../search/place";
import { type Command, useCommands } from "../shell/commands";
import { directory } from "../shell/directory";
import { navigate } from "../shell/router";
import { useMay, useSession } from "../shell/session";
import { BackIcon, BookmarkIcon, BoomerangIcon, ChatIcon, ChevronDownIcon, ClockIcon, FilterIcon, InboxIcon, NoteIcon, PauseIcon, PersonIcon, QuestionIcon, ReopenIcon, ReplyIcon, ResolveIcon, RouteIcon, SearchIcon, SidebarIcon, TagIcon, TakeIcon, TemplateIcon, UndoIcon } from "../ui";
import { assign, cancelBoomerang, pend, reopen, resolve, take, undoLast, unpend } from "./actions";
import { type Mode, turnTo } from "./drafts";
import { focusComposer } from "./focus";
import { takeNext } from "./next";
import { openPanel, panels, showContact } from "./panels";
import { addressOf, goTo } from "./place";
import { naturalSort, queue, type QueueFilter } from "./queue";
import { thread } from "./thread";

let lastAt = 0;

/** The next row; after a conversation has left the list, the one that took its place. */
function step(openId: string | null, by: 1 | -1) {
  const { rows } = queue.get();
  const at = rows.findIndex((row) => row.id === openId);
  const wanted = at >= 0 ? at + by : by > 0 ? Math.min(lastAt, rows.length - 1) : lastAt - 1;
  const next = rows[wanted];
  if (!next) return;
  lastAt = wanted;
  goTo(next.id);
}

function writeIn(conversationId: string, mode: Mode) {
  turnTo(conversationId, mode);
  focusComposer();
}

const queueCommands = (openId: string | null, filter: QueueFilter, mayTake: boolean, isSearching: boolean): Command[] => {
  const group = t("conversations.queue");
  const show = (change: Partial<QueueFilter>) => navigate(addressOf(null, { ...filter, ...change }));
  return [
    ...(isSearching ? [] : [
      { id: "next", group, keys: "j|down", label: t("conversations.keys.next"), icon: ChevronDownIcon, run: () => step(openId, 1) },
      { id: "previous", group, keys: "k|up", label: t("conversations.keys.previous"), icon: ChevronDownIcon, run: () => step(openId, -1) },
    ]),
    { id: "search", group, keys: "/", label: t("conversations.search"), icon: SearchIcon, run: openSearch },
    ...(["new", "pending", "resolved"] as const).map((state): Command => ({
      id: `show-${state}`, group, keys: `g ${state[0]}`, label: t(`conversations.keys.show.${state}`), icon: InboxIcon, run: () => show({ state, sort: naturalSort(state) }),
    })),
    { id: "show-mine", group, keys: "g m", label: t("conversations.assignee.me"), icon: PersonIcon, run: () => show({ assignee: filter.assignee === "me" ? null : "me" }) },
    ...(mayTake ? [{ id: "take-next", group, keys: "d", label: t("conversations.next"), icon: TakeIcon, run: () => void takeNext() }] : []),
    ...(filter.isNarrow ? [] : [{ id: "narrow", group, keys: "g f", label: t("conversations.keys.narrow"), icon: FilterIcon, run: () => openPanel("narrow") }]),
    { id: "views", group, keys: "v", label: t("conversations.keys.views"), icon: InboxIcon, run: () => openPanel("views") },
    { id: "muted-posts", group, label: t("conversations.muted.title"), icon: InboxIcon, run: () => openPanel("mutedPosts") },
    { id: "filter", group, keys: "f", label: t("conversations.keys.filter"), icon: FilterIcon, run: () => openPanel("filter") },
  ];
};

interface Standing { id: string; state: string; assigneeId: string | null; hasBoomerang: boolean; hasTemplates: boolean; mayAnswer: boolean }

const conversationCommands = ({ id, state, assigneeId, hasBoomerang, hasTemplates, mayAnswer }: Standing, me: string): Command[] => {
  const group = t("conversations.thread");
  const open: Command[] = [
    { id: "resolve", group, keys: "e", label: t("conversations.resolve"), icon: ResolveIcon, run: () => resolve(id) },
    { id: "pend", group, keys: "p", label: t(state === "pending" ? "conversations.unpend" : "conversations.pend"), icon: PauseIcon, run: () => void (state === "pending" ? unpend(id) : pend(id)) },
    { id: "take", group, keys: "m", label: t("conversations.assign.me"), icon: TakeIcon, run: () => void (assigneeId ? assign(id, me) : take(id, me)) },
    { id: "assign", group, keys: "a", label: t("conversations.assign.other"), icon: PersonIcon, run: () => openPanel("assignee") },
    ...(assigneeId ? [{ id: "unassign", group, label: t("conversations.assign.nobody"), icon: PersonIcon, run: () => void assign(id, null) }] : []),
  ];
  return [
    { id: "reply", group, keys: "r", label: t("conversations.keys.reply"), icon: ReplyIcon, run: () => writeIn(id, "reply") },
    { id: "note", group, keys: "n", label: t("conversations.keys.note"), icon: NoteIcon, run: () => writeIn(id, "note") },
    ...(state === "resolved" ? [{ id: "reopen", group, keys: "o", label: t("conversations.reopen"), icon: ReopenIcon, run: () => void reopen(id) }] : open),
    hasBoomerang
      ? { id: "boomerang", group, keys: "b", label: t("conversations.boomerang.cancel.action"), icon: BoomerangIcon, run: () => void cancelBoomerang(id) }
      : { id: "boomerang", group, keys: "b", label: t("conversations.boomerang"), icon: BoomerangIcon, run: () => openPanel("boomerang") },
    ...(hasTemplates ? [{ id: "template", group, keys: "t", label: t("conversations.template"), icon: TemplateIcon, run: () => openPanel("template") }] : []),
    ...(mayAnswer ? [{ id: "continue", group, keys: "c", label: t("conversations.continue"), icon: RouteIcon, run: () => openPanel("continue") }, { id: "replies", group, keys: "mod+/", label: t("conversations.replies"), icon: BookmarkIcon, run: () => openPanel("replies") }, { id: "later", group, keys: "mod+shift+enter", label: t("conversations.later"), icon: ClockIcon, run: () => openPanel("later") }] : []),
    ...(state === "resolved" ? [] : [{ id: "merge", group, keys: "u", label: t("conversations.merge"), icon: RouteIcon, run: () => openPanel("mergeInto") }]),
    { id: "topics", group, keys: "s", label: t("conversations.topics.add"), icon: TagIcon, run: () => openPanel("topics") },
    { id: "tag", group, keys: "l", label: t("conversations.tag"), icon: TagIcon, run: () => openPanel("tag") },
    { id: "why", group, keys: "w", label: t("conversations.why"), icon: QuestionIcon, run: () => openPanel("why") },
    { id: "undo", group, keys: "z", label: t("conversations.keys.undo"), icon: UndoIcon, run: () => undoLast(me) },
    { id: "contact", group, keys: "i", label: t("conversations.keys.contact"), icon: SidebarIcon, run: () => showContact(!panels.get().isContactShown) },
    { id: "close", group, keys: "escape", label: t("conversations.keys.close"), icon: BackIcon, run: () => goTo(null) },
  ];
};

/** The conversations of the list, to be opened by their contact's name. */
const jumps = (): Command[] =>
  queue.get().rows.slice(0, 200).map((row) => ({ id: `open-${row.id}`, group: t("conversations.jump"), label: row.contact.name, words: row.preview?.text, isSearched: true, icon: ChatIcon, run: () => goTo(row.id) }));

/** Everything the inbox can do, by key and in the command bar. */
export function useInboxCommands(openId: string | null, filter: QueueFilter, isSearching: boolean) {
  const { member } = useSession();
  const may = useMay();
  const mayTake = may("assignConversations");
  const mayAnswer = may("answerConversations");
  const shown = useStore(thread, (state) => state.view?.row);
  const listed = useStore(queue, ({ rows }) => rows.find(({ id }) => id === openId));
  const row = shown?.id === openId ? shown : listed; // A key pressed before the thread has come must not be lost.
  const { state, assigneeId = null, boomerangAt, channelId = "" } = row ?? {};
  const hasTemplates = useStore(directory, ({ channels }) => channels[channelId]?.capabilities.templates ?? false);
  useCommands(jumps);
  useCommands(useMemo(() => queueCommands(openId, filter, mayTake, isSearching), [openId, filter, mayTake, isSearching]));
  useCommands(useMemo(
    () => (openId && state ? conversationCommands({ id: openId, state, assigneeId, hasBoomerang: !!boomerangAt, hasTemplates, mayAnswer }, member.id) : []),
    [openId, state, assigneeId, boomerangAt, hasTemplates, mayAnswer, member.id],
  ));
}
