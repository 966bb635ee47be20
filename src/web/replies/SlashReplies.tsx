import { type RefObject, useEffect, useState } from "react";
import type { SavedReply } from "../api/types";
import type { SlashKeys } from "../conversations/ComposerText";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byShortcut } from "./find";
import { insertReply } from "./insert";
import { fetchReplies, replies, shelfOf } from "./replies";
import "./replies.css";

const shownAtMost = 6;

interface Props { conversationId: string; channelId: string; word: string; keys: RefObject<SlashKeys | null>; area: RefObject<HTMLTextAreaElement | null>; onClose: () => void }

/** Stands over the text while a slash and a shortcut are typed: the arrows choose, Enter or Tab inserts. It never sends. */
export default function SlashReplies({ conversationId, channelId, word, keys, area, onClose }: Props) {
  const shelf = useStore(replies, (state) => shelfOf(state, channelId));
  const [at, setAt] = useState(0);
  const shown = shelf ? byShortcut(shelf, word).slice(0, shownAtMost) : [];
  const chosen = shown[Math.min(at, shown.length - 1)];
  const insert = (reply: SavedReply) => {
    onClose();
    void insertReply(conversationId, reply, true);
  };
  useEffect(() => void fetchReplies(channelId).catch(onClose), [channelId]);
  useEffect(() => setAt(0), [word]);
  useEffect(() => {
    const element = area.current;
    if (chosen) element?.setAttribute("aria-activedescendant", `slash-${chosen.id}`);
    return () => element?.removeAttribute("aria-activedescendant");
  }, [chosen?.id]);
  useEffect(() => {
    keys.current = (key) => {
      if (!shelf) return key === "Enter";
      if (!chosen) return false;
      if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) return onClose(), false;
      const moves: Record<string, () => void> = {
        ArrowDown: () => setAt((at + 1) % shown.length), ArrowUp: () => setAt((at + shown.length - 1) % shown.length),
        Enter: () => insert(chosen), Tab: () => insert(chosen), Escape: onClose,
      };
      moves[key]?.();
      return key in moves;
    };
  });
  useEffect(() => () => void (keys.current = null), []);

  if (!chosen) return null;
  return (
    <ul className="slash-replies" role="listbox" aria-label={t("conversations.replies")}>
      {shown.map((reply) => (
        <li key={reply.id} id={`slash-${reply.id}`} role="option" aria-selected={reply === chosen} onPointerDown={(event) => (event.preventDefault(), insert(reply))}>
          <kbd>/{reply.shortcut}</kbd><strong className="truncate">{reply.title}</strong><span className="truncate">{reply.body}</span>
        </li>
      ))}
    </ul>
  );
}
