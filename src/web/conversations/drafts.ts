import { api } from "../api/client";
import type { Attachment, ConversationView, MessageView } from "../api/types";
import { createStore } from "../live/store";

/** What it is for: the customer, under a post the customer alone, or the colleagues. */
export type Mode = "reply" | "private" | "note";
export interface PendingFile { key: string; file: Pick<File, "name" | "size" | "type">; preview: string | null; upload: Attachment | null; error: unknown }
export interface Draft { mode: Mode; isTurned: boolean; reply: string; private: string; note: string; files: PendingFile[]; replyTo: MessageView | null; replyIds: string[]; isReceived: boolean }

const modes: Mode[] = ["reply", "private", "note"];
const emptyDraft: Draft = { mode: "reply", isTurned: false, reply: "", private: "", note: "", files: [], replyTo: null, replyIds: [], isReceived: false };
const saveAfterMs = 600;

/** What has been written and not sent, kept per conversation and mode, here and on the server. */
export const drafts = createStore<{ byConversation: Record<string, Draft> }>({ byConversation: {} });

export const draftOf = (state: { byConversation: Record<string, Draft> }, conversationId: string) => state.byConversation[conversationId] ?? emptyDraft;

export const changeDraft = (conversationId: string, change: Partial<Draft>) =>
  drafts.set(({ byConversation }) => ({ byConversation: { ...byConversation, [conversationId]: { ...(byConversation[conversationId] ?? emptyDraft), ...change } } }));

/** Shows the box that somebody chose; no draft that comes later turns him back. */
export const turnTo = (conversationId: string, mode: Mode) => changeDraft(conversationId, { mode, isTurned: true });

/** The server's copy arrives once; whoever wrote faster than it came finds both, one under the other. */
export function receiveDraft({ row, draft }: ConversationView) {
  const here = draftOf(drafts.get(), row.id);
  if (here.isReceived) return;
  const isUntouched = modes.every((mode) => !here[mode]);
  const isOpen = here.isTurned || !isUntouched || draft[here.mode];
  changeDraft(row.id, { isReceived: true, mode: isOpen ? here.mode : modes.find((mode) => draft[mode]) ?? here.mode });
  for (const mode of modes) join(row.id, mode, draft[mode] ?? "", here[mode]);
}

function join(conversationId: string, mode: Mode, kept: string, written: string) {
  if (written && kept !== written) write(conversationId, mode, kept ? `${kept}\n${written}` : written);
  else if (kept) changeDraft(conversationId, { [mode]: kept });
}

interface Saving { timer: ReturnType<typeof setTimeout> | undefined; isSending: boolean; saved: string | null }
const savings = new Map<string, Saving & { conversationId: string; mode: Mode }>();

/** Keeps a text: at once on screen, within a second on the server; but never over a copy there that has not come yet. */
export function write(conversationId: string, mode: Mode, text: string) {
  changeDraft(conversationId, { [mode]: text });
  if (!draftOf(drafts.get(), conversationId).isReceived) return;
  const key = `${conversationId}:${mode}`;
  const saving = savings.get(key) ?? { conversationId, mode, timer: undefined, isSending: false, saved: null };
  savings.set(key, saving);
  clearTimeout(saving.timer);
  saving.timer = setTimeout(() => void save(key), saveAfterMs);
}

/** One request at a time per text, so that an older one can never overtake a newer one. */
async function save(key: string) {
  const saving = savings.get(key)!;
  clearTimeout(saving.timer);
  const text = draftOf(drafts.get(), saving.conversationId)[saving.mode];
  if (saving.isSending || text === saving.saved) return;
  saving.isSending = true;
  try {
    await api.put(`/conversations/${saving.conversationId}/draft`, { mode: saving.mode, text });
    saving.saved = text;
  } catch {
    saving.timer = setTimeout(() => void save(key), 3000);
  } finally {
    saving.isSending = false;
  }
  if (saving.saved === text && draftOf(drafts.get(), saving.conversationId)[saving.mode] !== text) await save(key);
}

/** Before the page goes, or another conversation comes: what waits is saved now. */
export const saveAll = () => savings.forEach((_, key) => void save(key));

/** Sent: the text, its files and what it answered are gone. */
export function emptyAfterSending(conversationId: string, mode: Mode) {
  write(conversationId, mode, "");
  if (mode !== "note") changeDraft(conversationId, { files: [], replyTo: null, replyIds: [] });
  saveAll();
}

export function addFiles(conversationId: string, files: File[]) {
  const added = files.map((file) => ({
    key: crypto.randomUUID(), file, upload: null, error: null,
    preview: file.type.startsWith("image/") ? URL.createObjectURL(file) : null,
  }));
  changeDraft(conversationId, { files: [...draftOf(drafts.get(), conversationId).files, ...added] });
  added.forEach((one) => void upload(conversationId, one));
}

async function upload(conversationId: string, { key, file }: { key: string; file: File }) {
  const change = (part: Partial<PendingFile>) =>
    changeDraft(conversationId, { files: draftOf(drafts.get(), conversationId).files.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  try {
    change({ upload: await api.upload("/uploads", file) });
  } catch (error) {
    change({ error });
  }
}

export function removeFile(conversationId: string, key: string) {
  const { files } = draftOf(drafts.get(), conversationId);
  const gone = files.find((one) => one.key === key);
  if (gone?.preview) URL.revokeObjectURL(gone.preview);
  changeDraft(conversationId, { files: files.filter((one) => one.key !== key) });
}

globalThis.addEventListener?.("pagehide", saveAll);
