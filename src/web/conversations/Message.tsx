import { Suspense } from "react";
import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { fullDate, timeOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { withTexts } from "../shell/page";
import { useSession } from "../shell/session";
import { Avatar, IconButton, NoteIcon, ReplyIcon, TagIcon } from "../ui";
import { Attachments } from "./Attachments";
import { canIn, mayDelete } from "./can";
import { changeDraft, turnTo } from "./drafts";
import { DeliveryMark } from "./DeliveryMark";
import { focusComposer } from "./focus";
import { MessageContent } from "./MessageContent";
import { openPanel } from "./panels";
import { thread } from "./thread";
import { Undo } from "./Undo";

const MessageTags = withTexts(() => import("../tags/MessageTags"));
const LetterHead = withTexts(async () => ({ default: (await import("./Letter")).LetterHead }));
const LetterFoot = withTexts(async () => ({ default: (await import("./Letter")).LetterFoot }));
const HideTool = withTexts(() => import("./HideTool"));
const DeleteTool = withTexts(() => import("./DeleteTool"));
const ReactTool = withTexts<{ message: MessageView; emojis: string[] }>(() => import("./ReactTool"));
const Scheduled = withTexts(() => import("./Scheduled"));
const DeliveryTrouble = withTexts(() => import("./DeliveryTrouble"));

interface MessageProps { message: MessageView; startsRun: boolean; endsRun: boolean }

/** One message: the customer's at the left, ours at the right, a note across. */
export function Message({ message, startsRun, endsRun }: MessageProps) {
  if (message.kind === "system") return <p className="trail-line">{message.text}</p>;
  return message.direction === "note" ? <Note message={message} /> : <Bubble message={message} startsRun={startsRun} endsRun={endsRun} />;
}

function Note({ message }: { message: MessageView }) {
  return (
    <article className="note">
      <header><NoteIcon size={15} /><strong>{message.author.name}</strong><span>{t("conversations.note.label")}</span><time dateTime={message.at} title={fullDate(new Date(message.at))}>{timeOf(new Date(message.at))}</time></header>
      <MessageContent message={message} />
    </article>
  );
}

function Bubble({ message, startsRun, endsRun }: MessageProps) {
  const { member } = useSession();
  const isOurs = message.direction === "out";
  const isColleague = isOurs && message.author.id !== member.id;
  const row = useStore(thread, (state) => state.view?.row);
  const can = useStore(directory, (state) => row && canIn(state.channels[row.channelId], row.visibility));
  const isTroubled = message.delivery.status === "failed" || message.delivery.status === "unknown";
  return (
    <article className="message" tabIndex={-1} data-side={message.direction} data-starts={startsRun || undefined} data-ends={endsRun || undefined} aria-label={t("conversations.message.by", { name: message.author.name })}>
      {!isOurs && <span className="message-face">{endsRun && <Avatar name={message.author.name} size={28} />}</span>}
      <div className="message-body">
        {startsRun && isColleague && <span className="message-author">{message.author.name}</span>}
        <div className="message-line">
          <div className="bubble" data-kind={message.kind} data-removed={message.removedAt ? true : undefined} data-bare={isBare(message) || undefined} data-hidden={message.hiddenAt ? true : undefined}>
            {message.replyTo && <blockquote className="quote">{message.replyTo.text}</blockquote>}
            {isLetter(message) && <Suspense fallback={null}><LetterHead message={message} /></Suspense>}
            {!message.removedAt && <Attachments of={message} />}
            <MessageContent message={message} />
            {isLetter(message) && <Suspense fallback={null}><LetterFoot message={message} /></Suspense>}
          </div>
          {!message.removedAt && <span className="message-tools">
            {can?.replyTo && <Answer message={message} />}
            {can && can.reactions.length > 0 && !isOurs && <Suspense fallback={null}><ReactTool message={message} emojis={can.reactions} /></Suspense>}
            {can?.hiding && !isOurs && <Suspense fallback={null}><HideTool message={message} /></Suspense>}
            {can && mayDelete(can, message) && <Suspense fallback={null}><DeleteTool message={message} /></Suspense>}
            <IconButton icon={TagIcon} size="sm" label={t("conversations.tag")} onPress={() => openPanel("tag", message.id)} />
          </span>}
        </div>
        {message.reactions.length > 0 && <span className="reactions">{message.reactions.map(({ emoji, by }) => <span key={emoji + by}>{emoji}</span>)}</span>}
        {message.tagIds.length > 0 && <Suspense fallback={null}><MessageTags messageId={message.id} ids={message.tagIds} /></Suspense>}
        {isTroubled && <Suspense fallback={null}><DeliveryTrouble message={message} /></Suspense>}
        {message.delivery.status === "scheduled" ? <Suspense><Scheduled message={message} /></Suspense> : (endsRun || message.undoUntil || message.hiddenAt) && (
          <footer className="message-foot">
            <time dateTime={message.at} title={fullDate(new Date(message.at))}>{timeOf(new Date(message.at))}</time>
            {message.hiddenAt && <span>{t("conversations.hidden")}</span>}
            {message.editedAt && <span>{t("conversations.edited")}</span>}
            {isOurs && <DeliveryMark delivery={message.delivery} />}
            {isOurs && message.undoUntil && message.author.id === member.id && <Undo message={message} />}
          </footer>
        )}
      </div>
    </article>
  );
}

/** A lone picture or sticker needs no bubble around it. */
const isBare = (message: MessageView) =>
  !message.removedAt && !isLetter(message) && !message.text && !message.replyTo && message.attachments.length > 0 && message.attachments.every((one) => one.kind === "image" || one.kind === "video");

/** Whether its channel tells what a letter has. */
const isLetter = ({ extra, removedAt }: MessageView) =>
  !removedAt && extra !== null && ["subject", "quoted", "signature", "original", "participant", "cc"].some((key) => key in extra);

function Answer({ message }: { message: MessageView }) {
  const answer = () => {
    changeDraft(message.conversationId, { replyTo: message });
    turnTo(message.conversationId, "reply");
    focusComposer();
  };
  return <IconButton icon={ReplyIcon} size="sm" label={t("conversations.answerThis")} onPress={answer} />;
}
