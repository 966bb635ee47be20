import { Suspense, useRef } from "react";
import type { Capabilities } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { withTexts } from "../shell/page";
import { Button, ClipIcon, IconButton, Popup, SendIcon, Skeleton, SmileIcon, TemplateIcon } from "../ui";
import { acceptOf } from "./files";
import { addFiles, type Draft, write } from "./drafts";
import { focusComposer } from "./focus";
import { sendDraft } from "./outgoing";
import { openPanel, panelProps, panels } from "./panels";

const EmojiPicker = withTexts(() => import("./EmojiPicker"));

/** What one can add to the text, and the button that sends it. */
export function ComposerTools({ conversationId, draft, capabilities }: { conversationId: string; draft: Draft; capabilities: Capabilities | undefined }) {
  const { mode, files } = draft;
  const isReply = mode === "reply";
  const isUploading = isReply && files.some((one) => !one.upload && !one.error);
  const hasContent = draft[mode].trim() !== "" || (isReply && files.some((one) => one.upload));
  const isTooLong = isReply && capabilities !== undefined && [...draft.reply].length > capabilities.text.max;
  return (
    <div className="composer-tools">
      {isReply && (capabilities?.attachments.max ?? 0) > 0 && <AttachButton conversationId={conversationId} capabilities={capabilities!} />}
      <EmojiButton conversationId={conversationId} draft={draft} />
      {isReply && capabilities?.templates && <IconButton icon={TemplateIcon} label={t("conversations.template")} onPress={() => openPanel("template")} />}
      <span className="composer-gap" />
      <span className="composer-how">{t("conversations.how")}</span>
      <Button
        variant="primary" icon={isReply ? SendIcon : undefined} isPending={isUploading} isDisabled={!hasContent || isTooLong}
        onPress={() => sendDraft(conversationId) && focusComposer()}
      >
        {t(isReply ? "conversations.send" : "conversations.note.add")}
      </Button>
    </div>
  );
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

function EmojiButton({ conversationId, draft }: { conversationId: string; draft: Draft }) {
  const open = useStore(panels, (state) => state.open);
  const insert = (emoji: string) => {
    const area = document.querySelector<HTMLTextAreaElement>(".composer textarea");
    const text = draft[draft.mode];
    const from = area?.selectionStart ?? text.length;
    const to = area?.selectionEnd ?? text.length;
    write(conversationId, draft.mode, text.slice(0, from) + emoji + text.slice(to));
    setTimeout(() => {
      area?.focus();
      area?.setSelectionRange(from + emoji.length, from + emoji.length);
    }, 40);
  };
  return (
    <Popup {...panelProps(open, "emoji")} label={t("conversations.emoji")} placement="top start" trigger={<IconButton icon={SmileIcon} label={t("conversations.emoji")} />}>
      {(close) => <Suspense fallback={<Skeleton width={300} height={260} />}><EmojiPicker onPick={(emoji) => (close(), insert(emoji))} /></Suspense>}
    </Popup>
  );
}
