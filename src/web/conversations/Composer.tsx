import { Suspense } from "react";
import type { ConversationRow, ConversationView } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { withTexts } from "../shell/page";
import { useMay } from "../shell/session";
import { LockIcon, NoteIcon, ReplyIcon } from "../ui";
import { canIn, canPrivately, mayAnswerPrivately } from "./can";
import "./Composer.css";
import { ComposerText } from "./ComposerText";
import { ComposerTools } from "./ComposerTools";
import { draftOf, drafts, type Mode, turnTo } from "./drafts";
import { measure } from "./measure";
import { focusComposer } from "./focus";
import { openPanel, panels } from "./panels";
import { openGaps } from "./placeholders";
import { QuoteBar } from "./QuoteBar";
import { useWindow, WindowCountdown } from "./ReplyWindow";

const ComposerFiles = withTexts(() => import("./ComposerFiles"));
const MyRepliesDialog = withTexts(() => import("../replies/MyRepliesDialog"));
const OpenGaps = withTexts(() => import("../replies/OpenGaps"));
const WindowClosed = withTexts(() => import("./WindowClosed"));
const TemplateDialog = withTexts(() => import("./TemplateDialog"));
const ContinueDialog = withTexts(() => import("./ContinueDialog"));

const unknownWindow = { open: true, closesAt: null };

/** Where one answers the customer, or leaves a note for the colleagues: never to be taken for one another. */
export function Composer({ row, window }: { row: ConversationRow; window: ConversationView["window"] | null }) {
  const { id, channelId } = row;
  const kept = useStore(drafts, (state) => draftOf(state, id));
  const mayAnswer = useMay()("answerConversations");
  const draft = mayAnswer ? kept : { ...kept, mode: "note" as const };
  const channel = useStore(directory, (state) => state.channels[channelId]);
  const isChoosingTemplate = useStore(panels, (state) => state.open === "template");
  const isContinuing = useStore(panels, (state) => state.open === "continue");
  const isManagingReplies = useStore(panels, (state) => state.open === "myReplies");
  const { isOpen, closesAt } = useWindow(window ?? unknownWindow);
  const isForContact = draft.mode !== "note";
  const isLocked = isForContact && ((draft.mode === "reply" && !isOpen) || channel?.status === "disabled");
  const can = draft.mode === "private" ? canPrivately(channel) : canIn(channel, row.visibility);
  const size = measure(isForContact ? can : undefined, draft[draft.mode]); // Once for all below: each letter is weighed.
  const modes: Mode[] = !mayAnswer ? ["note"] : mayAnswerPrivately(channel, row) ? ["reply", "private", "note"] : ["reply", "note"];

  return (
    <div className="composer" data-mode={draft.mode} data-locked={isLocked || undefined}>
      <div className="composer-head">
        <Modes modes={modes} mode={draft.mode} isPublic={row.visibility === "public"} onChange={(mode) => (turnTo(id, mode), focusComposer())} />
        {draft.mode === "reply" && isOpen && closesAt && <WindowCountdown closesAt={closesAt} />}
        {draft.mode === "note" && <span className="composer-hint">{t("conversations.note.hint")}</span>}
        {draft.mode === "reply" && row.visibility === "public" && <span className="composer-hint">{t("conversations.public.hint")}</span>}
        {draft.mode === "private" && <span className="composer-hint">{t("conversations.private.hint")}</span>}
      </div>
      {isLocked
        ? <Suspense fallback={<div className="window-closed" />}><WindowClosed hasTemplates={can?.templates ?? false} isDisconnected={channel?.status === "disabled"} mayContinue={mayAnswer} /></Suspense>
        : (
          <>
            {isForContact && draft.replyTo && <QuoteBar conversationId={id} message={draft.replyTo} />}
            <ComposerText conversationId={id} channelId={channelId} mayAnswer={mayAnswer} draft={draft} size={size} capabilities={can} contactName={row.contact.name} />
            {isForContact && draft.files.length > 0 && <Suspense fallback={null}><ComposerFiles conversationId={id} files={draft.files} capabilities={can} /></Suspense>}
            {isForContact && openGaps(draft[draft.mode]).length > 0 && <Suspense fallback={null}><OpenGaps text={draft[draft.mode]} /></Suspense>}
            <ComposerTools conversationId={id} channelId={channelId} draft={draft} size={size} capabilities={can} />
          </>
        )}
      {isManagingReplies && <Suspense fallback={null}><MyRepliesDialog onClose={() => openPanel(null)} /></Suspense>}
      {isContinuing && mayAnswer && <Suspense fallback={null}><ContinueDialog row={row} /></Suspense>}
      {isChoosingTemplate && <Suspense fallback={null}><TemplateDialog row={row} /></Suspense>}
    </div>
  );
}

const icons = { reply: ReplyIcon, private: LockIcon, note: NoteIcon };

function Modes({ modes, mode, isPublic, onChange }: { modes: Mode[]; mode: Mode; isPublic: boolean; onChange: (mode: Mode) => void }) {
  return (
    <div className="composer-modes" role="group" aria-label={t("conversations.mode")}>
      {modes.map((one) => {
        const Drawn = icons[one];
        return <button key={one} type="button" aria-pressed={mode === one} data-mode={one} onClick={() => onChange(one)}><Drawn size={15} />{t(one === "reply" && isPublic ? "conversations.mode.public" : `conversations.mode.${one}`)}</button>;
      })}
    </div>
  );
}
