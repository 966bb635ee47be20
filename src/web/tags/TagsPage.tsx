import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { Tag } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Badge, Button, type Column, EditIcon, EmptyState, IconButton, Page, PlusIcon, Skeleton, Switch, Table, TagIcon, toast, TrashIcon } from "../ui";
import { RemoveTagDialog } from "./RemoveTagDialog";
import { TagDialog } from "./TagDialog";
import { changeTag, fetchTags, tags } from "./tags";

type Open = { dialog: "add" } | { dialog: "edit" | "remove"; tag: Tag } | null;

/** What messages can be said to be. */
export default function TagsPage() {
  const items = useStore(tags, (state) => state.items);
  const [open, setOpen] = useState<Open>(null);
  useEffect(() => void fetchTags(), []);
  const close = () => setOpen(null);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ dialog: "add" })}>{t("tags.create")}</Button>;

  return (
    <Page title={t("tags.title")} lead={t("tags.lead")} actions={items && items.length > 0 && addButton}>
      {!items ? <Skeleton height={160} />
        : items.length === 0 ? <EmptyState icon={TagIcon} title={t("tags.empty.title")} text={t("tags.empty.text")} action={addButton} />
        : <Table label={t("tags.title")} columns={columns()} rows={items} rowId={(tag) => tag.id} actions={(tag) => (
            <>
              <IconButton icon={EditIcon} label={t("tags.edit", { name: tag.name })} onPress={() => setOpen({ dialog: "edit", tag })} />
              <IconButton icon={TrashIcon} label={t("tags.remove", { name: tag.name })} onPress={() => setOpen({ dialog: "remove", tag })} />
            </>
          )} />}
      {open?.dialog === "add" && <TagDialog tag={null} onClose={close} />}
      {open?.dialog === "edit" && <TagDialog tag={open.tag} onClose={close} />}
      {open?.dialog === "remove" && <RemoveTagDialog tag={open.tag} onClose={close} />}
    </Page>
  );
}

const columns = (): Column<Tag>[] => [
  { id: "name", title: t("tags.name"), cell: (tag) => <><strong>{tag.name}</strong> {!tag.active && <Badge>{t("tags.archived")}</Badge>}</> },
  { id: "description", title: t("tags.description"), isMinor: true, cell: (tag) => tag.description ?? "" },
  { id: "active", title: t("tags.active"), cell: (tag) => <Offered tag={tag} /> },
];

function Offered({ tag }: { tag: Tag }) {
  const turn = (active: boolean) => void changeTag(tag.id, { active }).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
  return <Switch label={<span className="visually-hidden">{t("tags.offer", { name: tag.name })}</span>} isOn={tag.active} onChange={turn} />;
}
