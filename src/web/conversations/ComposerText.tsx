import { type ClipboardEvent, type KeyboardEvent, type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Capabilities } from "../api/types";
import { t } from "../i18n";
import { typing } from "../live/hub";
import { withTexts } from "../shell/page";
import { type Sign, signWord } from "./caret";
import { addFiles, type Draft, write } from "./drafts";
import { leaveComposer } from "./focus";
import type { Measure } from "./measure";
import { sendDraft } from "./outgoing";

const choices = { "/": withTexts(() => import("../replies/SlashReplies")), "@": withTexts(() => import("../people/MentionMenu")) };

const renewTypingMs = 3000;
const stopTypingMs = 5000;

/** Says "typing" at most every three seconds and "stopped" after five of silence. */
function useTyping() {
  const said = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    if (said.current) typing(false);
    said.current = 0;
  };
  useEffect(() => stop, []);
  const tick = () => {
    if (Date.now() - said.current > renewTypingMs) {
      typing(true);
      said.current = Date.now();
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(stop, stopTypingMs);
  };
  return { tick, stop };
}

/** Grows with its text up to a third of the screen. */
function useGrowing(text: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current!;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, innerHeight / 3)}px`;
  }, [text]);
  return area;
}

/** What the list over the text makes of a key; true when it was meant for it. */
export type ComposerKeys = (key: string) => boolean;
export interface ChoicesProps { conversationId: string; channelId: string; word: string; keys: RefObject<ComposerKeys | null>; area: RefObject<HTMLTextAreaElement | null>; onClose: () => void }

interface Props { conversationId: string; channelId: string; mayAnswer: boolean; draft: Draft; size: Measure; capabilities: Capabilities | undefined; contactName: string }

/** The writing itself. Enter sends, Shift Enter makes a line; on a phone Enter makes a line. */
export function ComposerText({ conversationId, channelId, mayAnswer, draft, size, capabilities, contactName }: Props) {
  const { mode } = draft;
  const text = draft[mode];
  const { tick, stop } = useTyping();
  const area = useGrowing(text);
  const { left, parts } = size;

  const [sought, seek] = useState<{ sign: Sign; word: string } | null>(null);
  const keys = useRef<ComposerKeys | null>(null);
  const Choices = sought && choices[sought.sign];
  const find = (sign: Sign, before: string) => {
    const word = signWord(before, sign);
    return word === null ? null : { sign, word };
  };
  const change = (next: string, caret: number) => {
    write(conversationId, mode, next);
    const before = next.slice(0, caret);
    seek((mayAnswer ? find("/", before) : null) ?? (mode === "note" ? find("@", before) : null));
    if (next) tick();
    else stop();
  };
  const press = (event: KeyboardEvent) => {
    // Until the choices are here, Enter waits for them: a shortcut must not be sent to a customer.
    if (sought && (keys.current ? keys.current(event.key) : event.key === "Enter")) return event.preventDefault();
    if (event.key === "Escape") {
      event.preventDefault();
      return leaveComposer();
    }
    const isSend = event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing && (event.metaKey || event.ctrlKey || matchMedia("(pointer: fine)").matches);
    if (!isSend) return;
    event.preventDefault();
    if (left >= 0 && sendDraft(conversationId)) stop();
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || mode === "note" || !capabilities?.attachments.max) return;
    event.preventDefault();
    addFiles(conversationId, files);
  };

  return (
    <div className="composer-text">
      {Choices && <Suspense fallback={null}><Choices conversationId={conversationId} channelId={channelId} word={sought.word} keys={keys} area={area} onClose={() => seek(null)} /></Suspense>}
      <textarea
        ref={area} rows={2} dir="auto" value={text} aria-label={t(`conversations.mode.${mode}.label`, { name: contactName })}
        placeholder={t(`conversations.mode.${mode}.placeholder`, { name: contactName })} aria-invalid={left < 0 || undefined}
        onChange={(event) => change(event.target.value, event.target.selectionEnd)} onKeyDown={press} onPaste={paste}
      />
      {parts.length > 1 && <span className="composer-left tabular"><span aria-hidden>∞ </span>{t("conversations.split", { count: parts.length })}</span>}
      {left < 100 && parts.length === 1 && <span className="composer-left tabular" data-over={left < 0 || undefined}>{t("conversations.left", { count: left })}</span>}
    </div>
  );
}
