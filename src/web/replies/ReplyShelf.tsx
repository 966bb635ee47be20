import { errorText } from "../api/client";
import type { ReplyCollection, SavedReplies, SavedReply } from "../api/types";
import { t } from "../i18n";
import { shortDate } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Badge, BookmarkIcon, Button, Callout, ClipIcon, type Column, Confirm, EditIcon, EmptyState, IconButton, PlusIcon, Section, Table, toast, TrashIcon } from "../ui";
import { CollectionDialog } from "./CollectionDialog";
import { GapText } from "./GapText";
import { inOrder, removeCollection, removeReply } from "./replies";
import "./replies.css";
import { ReplyDialog } from "./ReplyDialog";

export type Open =
  | { dialog: "collection"; collection: ReplyCollection | null }
  | { dialog: "reply"; reply: SavedReply | null; collectionId: string }
  | { dialog: "removeCollection"; collection: ReplyCollection }
  | { dialog: "removeReply"; reply: SavedReply }
  | null;

interface Props { shelf: SavedReplies; open: Open; onOpen: (open: Open) => void; isPersonal?: boolean }

/** Collections one under the other, each with its replies. */
export function ReplyShelf({ shelf: { collections, items }, open, onOpen, isPersonal = false }: Props) {
  const close = () => onOpen(null);
  const attempt = (action: Promise<unknown>) => action.then(() => {}, (error: unknown) => void toast(errorText(error), { tone: "bad" }));
  return (
    <>
      {collections.length === 0 && (
        <EmptyState
          icon={BookmarkIcon} title={t(isPersonal ? "replies.mine.empty.title" : "replies.empty.title")} text={t(isPersonal ? "replies.mine.empty.text" : "replies.empty.text")}
          action={<Button variant="primary" icon={PlusIcon} onPress={() => onOpen({ dialog: "collection", collection: null })}>{t("replies.collection.create")}</Button>}
        />
      )}
      {inOrder(collections).map((one) => <Collection key={one.id} collection={one} items={items.filter((reply) => reply.collectionId === one.id)} onOpen={onOpen} />)}
      {open?.dialog === "collection" && <CollectionDialog collection={open.collection} isPersonal={isPersonal} onClose={close} />}
      {open?.dialog === "reply" && <ReplyDialog reply={open.reply} collectionId={open.collectionId} collections={collections.filter((one) => one.mayEdit && !one.offeredUntil)} onClose={close} />}
      {open?.dialog === "removeCollection" && (
        <Confirm
          isOpen isDanger onClose={close} title={t("replies.remove.title", { name: open.collection.name })} action={t("replies.remove.action")} onConfirm={() => attempt(removeCollection(open.collection.id))}
          text={t("replies.collection.remove.text", { count: items.filter((reply) => reply.collectionId === open.collection.id).length })}
        />
      )}
      {open?.dialog === "removeReply" && (
        <Confirm
          isOpen isDanger onClose={close} title={t("replies.remove.title", { name: open.reply.title })} action={t("replies.remove.action")}
          text={t("replies.remove.text")} onConfirm={() => attempt(removeReply(open.reply.id))}
        />
      )}
    </>
  );
}

function Collection({ collection, items, onOpen }: { collection: ReplyCollection; items: SavedReply[]; onOpen: (open: Open) => void }) {
  const { id, name, mayEdit, offeredUntil } = collection;
  return (
    <Section title={name} lead={<Audience collection={collection} />} actions={mayEdit && (
      <span className="reply-actions">
        {!offeredUntil && <IconButton icon={PlusIcon} label={t("replies.createIn", { name })} onPress={() => onOpen({ dialog: "reply", reply: null, collectionId: id })} />}
        <IconButton icon={EditIcon} label={t("replies.edit", { name })} onPress={() => onOpen({ dialog: "collection", collection })} />
        <IconButton icon={TrashIcon} label={t("replies.remove", { name })} onPress={() => onOpen({ dialog: "removeCollection", collection })} />
      </span>
    )}>
      {offeredUntil && (
        <Callout tone="warn" action={<Button size="sm" onPress={() => onOpen({ dialog: "collection", collection })}>{t("replies.takeOver")}</Button>}>
          {t("replies.offered", { date: shortDate(new Date(offeredUntil)) })}
        </Callout>
      )}
      {items.length === 0
        ? <p className="field-hint">{t("replies.collection.empty")}</p>
        : <Table label={name} columns={columns()} rows={items} rowId={(reply) => reply.id} actions={mayEdit && !offeredUntil ? (reply) => (
            <>
              <IconButton icon={EditIcon} label={t("replies.edit", { name: reply.title })} onPress={() => onOpen({ dialog: "reply", reply, collectionId: id })} />
              <IconButton icon={TrashIcon} label={t("replies.remove", { name: reply.title })} onPress={() => onOpen({ dialog: "removeReply", reply })} />
            </>
          ) : undefined} />}
    </Section>
  );
}

/** Who sees a collection, in words. */
function Audience({ collection: { ownerId, teamIds, channelIds, offeredUntil } }: { collection: ReplyCollection }) {
  const { members, teams, channels } = useStore(directory, (state) => state);
  if (ownerId) return offeredUntil ? t("replies.audience.left", { name: members[ownerId]?.name ?? "…" }) : t("replies.audience.own");
  const names = [...teamIds.flatMap((id) => teams[id]?.name ?? []), ...channelIds.flatMap((id) => channels[id]?.name ?? [])];
  return names.length === 0 ? <Badge tone="warn">{t("replies.audience.draft")}</Badge> : t("replies.audience.shared", { names: names.join(", ") });
}

const columns = (): Column<SavedReply>[] => [
  { id: "title", title: t("replies.title"), cell: (reply) => (
    <span className="reply-cell">
      <strong>{reply.title}{reply.attachments.length > 0 && <ClipIcon size={14} />}</strong>
      <span><GapText text={reply.body} /></span>
    </span>
  ) },
  { id: "shortcut", title: t("replies.shortcut"), isMinor: true, cell: (reply) => reply.shortcut && <kbd className="reply-shortcut">/{reply.shortcut}</kbd> },
  { id: "language", title: t("replies.language"), isMinor: true, cell: (reply) => reply.language },
  { id: "uses", title: t("replies.uses"), isMinor: true, align: "end", cell: (reply) => <span className="tabular">{reply.uses}</span> },
];
