import { useState } from "react";
import { errorText } from "../api/client";
import type { Topic } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Badge, Button, type Column, EditIcon, EmptyState, IconButton, Page, PlusIcon, Switch, Table, TagIcon, toast, TrashIcon } from "../ui";
import { RemoveTopicDialog } from "./RemoveTopicDialog";
import { TopicDialog } from "./TopicDialog";
import { byPath, changeTopic, levelOf } from "./topics";
import "./topics.css";

type Open = { dialog: "add"; parentId: string | null } | { dialog: "edit" | "remove"; topic: Topic } | null;

/** What conversations are about, up to three levels deep. */
export default function TopicsPage() {
  const topics = byPath(useStore(directory, (state) => state.topics));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ dialog: "add", parentId: null })}>{t("topics.add")}</Button>;

  return (
    <Page title={t("topics.title")} lead={t("topics.lead")} actions={topics.length > 0 && addButton}>
      {topics.length === 0
        ? <EmptyState icon={TagIcon} title={t("topics.empty.title")} text={t("topics.empty.text")} action={addButton} />
        : <Table label={t("topics.title")} columns={columns()} rows={topics} rowId={(topic) => topic.id} actions={(topic) => (
            <>
              {topic.active && levelOf(topic) < 3 && <IconButton icon={PlusIcon} label={t("topics.addPart", { name: topic.name })} onPress={() => setOpen({ dialog: "add", parentId: topic.id })} />}
              <IconButton icon={EditIcon} label={t("topics.edit", { name: topic.name })} onPress={() => setOpen({ dialog: "edit", topic })} />
              <IconButton icon={TrashIcon} label={t("topics.remove", { name: topic.name })} onPress={() => setOpen({ dialog: "remove", topic })} />
            </>
          )} />}
      {open?.dialog === "add" && <TopicDialog topic={null} parentId={open.parentId} onClose={close} />}
      {open?.dialog === "edit" && <TopicDialog topic={open.topic} parentId={open.topic.parentId} onClose={close} />}
      {open?.dialog === "remove" && <RemoveTopicDialog topic={open.topic} onClose={close} />}
    </Page>
  );
}

const columns = (): Column<Topic>[] => [
  { id: "name", title: t("topics.name"), cell: (topic) => <span className="topic-name" data-level={levelOf(topic)}><strong>{topic.name}</strong>{!topic.active && <Badge>{t("topics.archived")}</Badge>}</span> },
  { id: "description", title: t("topics.description"), isMinor: true, cell: (topic) => topic.description ?? "" },
  { id: "active", title: t("topics.active"), cell: (topic) => <Offered topic={topic} /> },
];

function Offered({ topic }: { topic: Topic }) {
  const turn = (active: boolean) => void changeTopic(topic.id, { active }).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
  return <Switch label={<span className="visually-hidden">{t("topics.offer", { name: topic.name })}</span>} isOn={topic.active} onChange={turn} />;
}
