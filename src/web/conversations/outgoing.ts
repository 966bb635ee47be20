import { api, ApiError } from "../api/client";
import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { createStore } from "../live/store";
import { toast } from "../ui";
import { draftOf, drafts, emptyAfterSending, type Mode, type PendingFile, turnTo, write } from "./drafts";
import { goTo } from "./place";
import { openGaps } from "./placeholders";
import { thread, tookIn } from "./thread";

export interface TemplateChoice { name: string; language: string; variables: string[]; preview: string }

/** A message on its way from this screen to the server. */
export interface Outgoing {
  clientId: string;
  conversationId: string;
  mode: Mode;
  text: string;
  files: PendingFile[];
  replyTo: MessageView | null;
  /** The saved replies it was made of. */
  replyIds: string[];
  template: TemplateChoice | null;
  /** When it leaves; null = at once. */
  sendAt: string | null;
  at: string;
  /** Why the server refused it; null while it is on its way. */
  error: unknown;
}

export const outgoing = createStore<{ items: Outgoing[] }>({ items: [] });

const change = (clientId: string, part: Partial<Outgoing>) =>
  outgoing.set(({ items }) => ({ items: items.map((one) => (one.clientId === clientId ? { ...one, ...part } : one)) }));
export const discard = (clientId: string) => outgoing.set(({ items }) => ({ items: items.filter((one) => one.clientId !== clientId) }));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const mayStillGo = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status === 503 || error.status === 429);

const post = async ({ conversationId, mode, clientId, text, files, replyTo, replyIds, template, sendAt }: Outgoing) =>
  mode === "note"
    ? api.post(`/conversations/${conversationId}/notes`, { clientId, text, mentionIds: (await import("../people/mentions")).mentionedIn(text) })
    : api.post(`/conversations/${conversationId}/messages`, {
        clientId,
        text,
        uploadIds: files.flatMap((one) => one.upload?.id ?? []),
        replyToId: replyTo?.id ?? null,
        template: template && { name: template.name, language: template.language, variables: template.variables },
        savedReplyIds: replyIds,
        sendAt,
        privately: mode === "private",
      });

/** The client id makes trying again harmless: the server answers with the message it already has. */
async function deliver(item: Outgoing) {
  for (let attempt = 0; ; attempt++) {
    try {
      const message = await post(item);
      tookIn(message);
      discard(item.clientId);
      if (item.mode === "private") toast(t("conversations.private.sent"), { tone: "good", action: { label: t("conversations.private.open"), onAction: () => goTo(message.conversationId) } });
      return;
    } catch (error) {
      const waitMs = error instanceof ApiError && error.retryAfter ? error.retryAfter * 1000 : 1000 * 2 ** attempt;
      if (!mayStillGo(error) || attempt >= 5) return change(item.clientId, { error });
      await pause(waitMs);
    }
  }
}

function launch(part: Pick<Outgoing, "conversationId" | "mode" | "text" | "files" | "replyTo" | "replyIds" | "template" | "sendAt">) {
  const item: Outgoing = { ...part, clientId: crypto.randomUUID(), at: new Date().toISOString(), error: null };
  outgoing.set(({ items }) => ({ items: [...items, item] }));
  void deliver(item);
}

/** Sends what is in the composer, at once or at its time; false when there is nothing to send yet. */
export function sendDraft(conversationId: string, sendAt: string | null = null): boolean {
  const { mode, files, replyTo, replyIds, ...draft } = draftOf(drafts.get(), conversationId);
  const text = draft[mode].trim();
  const ready = mode === "note" ? [] : files.filter((one) => one.upload);
  if (mode !== "note" && files.some((one) => !one.upload && !one.error)) return false;
  if ((!text && ready.length === 0) || (mode !== "note" && openGaps(text).length > 0)) return false;
  launch({ conversationId, mode, text, files: ready, replyTo: mode === "note" ? null : replyTo, replyIds, template: null, sendAt });
  emptyAfterSending(conversationId, mode);
  return true;
}

export const sendTemplate = (conversationId: string, template: TemplateChoice) =>
  launch({ conversationId, mode: "reply", text: "", files: [], replyTo: null, replyIds: [], template, sendAt: null });

export function tryAgain(item: Outgoing) {
  change(item.clientId, { error: null });
  void deliver({ ...item, error: null });
}

/** Gives a refused text back to the composer, unless something else is already written there. */
export function takeBack(item: Outgoing) {
  discard(item.clientId);
  giveBack(item.conversationId, item.mode, item.text);
}

export function giveBack(conversationId: string, mode: Mode, text: string) {
  const draft = draftOf(drafts.get(), conversationId);
  turnTo(conversationId, mode);
  if (!draft[mode]) write(conversationId, mode, text);
}

/** The message of ours that may still be taken back, if there is one. */
export const undoable = (me: string, now = Date.now()) =>
  thread.get().messages.findLast((one) => one.direction === "out" && one.author.id === me && one.undoUntil !== null && Date.parse(one.undoUntil) > now && one.delivery.status === "queued");
