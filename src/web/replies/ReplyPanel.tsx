import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { SavedReplies, SavedReply } from "../api/types";
import { openPanel } from "../conversations/panels";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Badge, Button, Callout, ClipIcon, SearchIcon, Select, Skeleton } from "../ui";
import { search } from "./find";
import { GapText } from "./GapText";
import { insertReply } from "./insert";
import { fetchReplies, inOrder, replies, shelfOf } from "./replies";
import "../ui/SearchField.css";
import "./replies.css";

const everywhere = "";

interface Props { conversationId: string; channelId: string; onClose: () => void }

/** Typing finds, the arrows choose, Enter puts the reply at the caret. */
export default function ReplyPanel({ conversationId, channelId, onClose }: Props) {
  const shelf = useStore(replies, (state) => shelfOf(state, channelId));
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void fetchReplies(channelId).catch((error: unknown) => setFailure(errorText(error))), [channelId]);
  const pick = (reply: SavedReply) => {
    onClose();
    void insertReply(conversationId, reply);
  };
  return (
    <div className="reply-panel">
      {failure ? <Callout tone="bad">{failure}</Callout> : shelf ? <Found shelf={shelf} onPick={pick} /> : <Skeleton width={320} height={280} />}
      <footer>
        <span>{t("replies.panel.hint")}</span>
        <Button size="sm" variant="ghost" onPress={() => openPanel("myReplies")}>{t("replies.mine")}</Button>
      </footer>
    </div>
  );
}

function Found({ shelf, onPick }: { shelf: SavedReplies; onPick: (reply: SavedReply) => void }) {
  const [words, setWords] = useState("");
  const [collectionId, setCollectionId] = useState(everywhere);
  const [at, setAt] = useState(0);
  const shown = search(shelf, words, collectionId || null);
  const chosen = shown[at];
  const names = Object.fromEntries(shelf.collections.map((one) => [one.id, one.name]));
  const move = (step: number) => shown.length > 0 && setAt((was) => (was + step + shown.length) % shown.length);
  const keys: Record<string, () => void> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => chosen && onPick(chosen) };

  if (shelf.items.length === 0) return <div className="reply-none"><strong>{t("replies.panel.empty.title")}</strong><p>{t("replies.panel.empty.text")}</p></div>;
  return (
    <>
      <div className="search-field">
        <SearchIcon size={15} />
        <input
          autoFocus role="combobox" aria-expanded="true" aria-controls="reply-list" aria-activedescendant={chosen && `reply-${chosen.id}`}
          aria-label={t("replies.find")} placeholder={t("replies.find")} value={words}
          onChange={(event) => (setWords(event.target.value), setAt(0))}
          onKeyDown={(event) => keys[event.key] && (event.preventDefault(), event.stopPropagation(), keys[event.key]!())}
        />
      </div>
      {shelf.collections.length > 1 && (
        <Select
          label={t("replies.collection")} hideLabel value={collectionId} onChange={(id) => (setCollectionId(id), setAt(0))}
          choices={[{ id: everywhere, label: t("replies.collection.all") }, ...inOrder(shelf.collections).map((one) => ({ id: one.id, label: one.name }))]}
        />
      )}
      <ul id="reply-list" role="listbox" aria-label={t("conversations.replies")}>
        {shown.map((reply, index) => (
          <li
            key={reply.id} id={`reply-${reply.id}`} role="option" aria-selected={index === at} onPointerMove={() => setAt(index)} onClick={() => onPick(reply)}
            ref={(element) => { if (index === at) element?.scrollIntoView({ block: "nearest" }); }}
          >
            <span className="reply-title"><strong className="truncate">{reply.title}</strong>{reply.attachments.length > 0 && <ClipIcon size={14} />}{reply.shortcut && <kbd>/{reply.shortcut}</kbd>}</span>
            <span className="reply-body"><GapText text={reply.body} /></span>
            {shelf.collections.length > 1 && <Badge>{names[reply.collectionId]}</Badge>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="reply-none">{t("replies.notFound")}</p>}
    </>
  );
}
