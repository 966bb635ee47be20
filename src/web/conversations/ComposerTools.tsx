import { Suspense, useRef } from "react";
import type { Capabilities } from "../api/types";
import { t } from "../i18n";
import { money } from "../i18n/format";
import { useStore } from "../live/store";
import { withTexts } from "../shell/page";
import { useMay } from "../shell/session";
import { BookmarkIcon, Button, ClipIcon, IconButton, Popup, SendIcon, Skeleton, SmileIcon, TemplateIcon } from "../ui";
import { acceptOf } from "./files";
import { insertText } from "./caret";
import { addFiles, type Draft } from "./drafts";
import { focusComposer } from "./focus";
import type { Measure } from "./measure";
import { sendDraft } from "./outgoing";
import { openPanel, panelProps, panels } from "./panels";
import { openGaps } from "./placeholders";

const EmojiPicker = withTexts(() => import("./EmojiPicker"));
const SendLater = withTexts<{ conversationId: string; channelId: string; isDisabled: boolean }>(() => import("./SendLater"));
const ReplyPanel = withTexts(() => import("../replies/ReplyPanel"));

/** What one can add to the text, and the button that sends it. */
export function ComposerTools({ conversationId, channelId, draft, size, capabilities }: { conversationId: string; channelId: string; draft: Draft; size: Measure; capabilities: Capabilities | undefined }) {
  const { mode, files } = draft;
  const isReply = mode !== "note";
  const isUploading = isReply && files.some((one) => !one.upload && !one.error);
  const hasContent = draft[mode].trim() !== "" || (isReply && files.some((one) => one.upload));
  const hasGaps = isReply && openGaps(draft[mode]).length > 0;
  const isUnready = !hasContent || size.left < 0 || hasGaps;
  return (
    <div className="composer-tools">
      {isReply && (capabilities?.attachments.max ?? 0) > 0 && <AttachButton conversationId={conversationId} capabilities={capabilities!} />}
      <EmojiButton conversationId={conversationId} />
      {useMay()("answerConversations") && <RepliesButton conversationId={conversationId} channelId={channelId} />}
      {isReply && capabilities?.templates && <IconButton icon={TemplateIcon} label={t("conversations.template")} onPress={() => openPanel("template")} />}
      <span className="composer-gap" />
      {isReply && capabilities?.price && hasContent && <Price parts={size.parts} price={capabilities.price} />}
      <span className="composer-how">{t("conversations.how")}</span>
      {mode === "reply" && <Suspense><SendLater conversationId={conversationId} channelId={channelId} isDisabled={isUnready} /></Suspense>}
      <Button
        variant="primary" icon={isReply ? SendIcon : undefined} isPending={isUploading} isDisabled={isUnready}
        onPress={() => sendDraft(conversationId) && focusComposer()}
      >
        {t(isReply ? "conversations.send" : "conversations.note.add")}
      </Button>
    </div>
  );
}

/** What the provider charges for this text, known before it is sent: each part of it is a message. */
function Price({ parts, price }: { parts: string[]; price: NonNullable<Capabilities["price"]> }) {
  const amount = parts.reduce((all, part) => all + (/https?:\/\//i.test(part) ? price.withLink : price.amount), 0);
  return <span className="composer-price" title={t("conversations.price.hint")}>{t("conversations.price", { amount: money(amount, price.currency) })}</span>;
}

function AttachButton({ conversationId, capabilities }: { conversationId: string; capabilities: Capabilities }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon={ClipIcon} label={t("conversations.attach")} onPress={() => input.current?.click()} />
      <input
        ref={input} type="file" hidden multiple={capabilities.attachments.max > 1} accept={acceptOf(capabilities)} aria-label={t("conversations.attach")}
        onChange={(event) => {
          addFiles(conversationId, [...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

function EmojiButton({ conversationId }: { conversationId: string }) {
  const open = useStore(panels, (state) => state.open);
  return (
    <Popup {...panelProps(open, "emoji")} label={t("conversations.emoji")} placement="top start" trigger={<IconButton icon={SmileIcon} label={t("conversations.emoji")} />}>
      {(close) => <Suspense fallback={<Skeleton width={300} height={260} />}><EmojiPicker onPick={(emoji) => (close(), insertText(conversationId, emoji))} /></Suspense>}
    </Popup>
  );
}

function RepliesButton({ conversationId, channelId }: { conversationId: string; channelId: string }) {
  const open = useStore(panels, (state) => state.open);
  return (
    <Popup {...panelProps(open, "replies")} label={t("conversations.replies")} placement="top start" trigger={<IconButton icon={BookmarkIcon} label={t("conversations.replies")} shortcut="mod+/" />}>
      {(close) => <Suspense fallback={<Skeleton width={320} height={300} />}><ReplyPanel conversationId={conversationId} channelId={channelId} onClose={close} /></Suspense>}
    </Popup>
  );
}
