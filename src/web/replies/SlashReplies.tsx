import { useEffect } from "react";
import type { SavedReply } from "../api/types";
import { ComposerChoices } from "../conversations/ComposerChoices";
import type { ChoicesProps } from "../conversations/ComposerText";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byShortcut } from "./find";
import { insertReply } from "./insert";
import { fetchReplies, replies, shelfOf } from "./replies";
import "./replies.css";

/** The saved replies whose shortcut begins like what is typed after a slash. */
export default function SlashReplies({ conversationId, channelId, word, onClose, ...rest }: ChoicesProps) {
  const shelf = useStore(replies, (state) => shelfOf(state, channelId));
  useEffect(() => void fetchReplies(channelId).catch(onClose), [channelId]);
  const insert = (reply: SavedReply) => {
    onClose();
    void insertReply(conversationId, reply, "/");
  };
  return (
    <ComposerChoices
      {...rest} label={t("conversations.replies")} word={word} items={shelf ? byShortcut(shelf, word) : null} idOf={(reply) => reply.id} onChoose={insert} onClose={onClose}
      draw={(reply) => <><kbd>/{reply.shortcut}</kbd><strong className="truncate">{reply.title}</strong><span className="truncate">{reply.body}</span></>}
    />
  );
}
