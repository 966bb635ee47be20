import { useEffect, useState } from "react";
import { errorText } from "../../api/client";
import type { ContactGroup, GroupRule } from "../../api/types";
import { t } from "../../i18n";
import { useStore } from "../../live/store";
import { Button, Callout, type Column, Confirm, EditIcon, IconButton, Page, PlusIcon, Skeleton, Table, toast, TrashIcon } from "../../ui";
import { attributes, fetchAttributes } from "../attributes";
import { Examples } from "./Examples";
import { GroupDialog } from "./GroupDialog";
import { fetchGroups, groups, removeGroup } from "./groups";
import { ruleText } from "./ruleText";
import "./settings.css";

type Open = { dialog: "add"; name?: string; rules?: GroupRule[] } | { dialog: "edit" | "remove"; group: ContactGroup } | null;

/** Contacts who have something in common. */
export default function GroupsPage() {
  const { items, sweep } = useStore(groups, (state) => state);
  const known = useStore(attributes, (state) => state.items);
  const [open, setOpen] = useState<Open>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    void fetchAttributes();
    fetchGroups().catch((error: unknown) => setFailure(errorText(error)));
  }, []);
  const close = () => setOpen(null);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ dialog: "add" })}>{t("contactSettings.group.add")}</Button>;

  return (
    <Page title={t("administration.page.contactGroups")} lead={t("contactSettings.groups.lead")} actions={addButton}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {sweep.isRunning && <Progress done={sweep.done} total={sweep.total} />}
      {!items || !known ? !failure && <Skeleton height={200} />
        : items.length === 0 ? <Examples onPick={(name, rules) => setOpen({ dialog: "add", name, rules })} />
        : <Table label={t("administration.page.contactGroups")} columns={columns} rows={items} rowId={(group) => group.id} actions={(group) => (
            <>
              <IconButton icon={EditIcon} label={t("contactSettings.edit", { name: group.name })} onPress={() => setOpen({ dialog: "edit", group })} />
              <IconButton icon={TrashIcon} label={t("contactSettings.group.remove")} onPress={() => setOpen({ dialog: "remove", group })} />
            </>
          )} />}
      {open?.dialog === "add" && <GroupDialog group={null} start={open} onClose={close} />}
      {open?.dialog === "edit" && <GroupDialog group={open.group} onClose={close} />}
      {open?.dialog === "remove" && (
        <Confirm
          isOpen isDanger onClose={close} title={t("contactSettings.group.remove.title", { name: open.group.name })} text={t("contactSettings.group.remove.text")}
          action={t("contactSettings.group.remove")} onConfirm={() => removeGroup(open.group.id).catch((error: unknown) => toast(errorText(error), { tone: "bad" }))}
        />
      )}
    </Page>
  );
}

const columns: Column<ContactGroup>[] = [
  { id: "name", get title() { return t("contactSettings.name"); }, cell: (group) => <strong>{group.name}</strong> },
  { id: "rules", get title() { return t("contactSettings.rules"); }, isMinor: true, cell: (group) => <span className="group-rules">{group.rules.map(ruleText).join(` ${t(`contactSettings.match.${group.match}.word`)} `)}</span> },
  { id: "members", get title() { return t("contactSettings.members"); }, align: "end", cell: (group) => <span className="tabular">{group.isCounted ? group.memberCount.toLocaleString(document.documentElement.lang) : t("contactSettings.counting")}</span> },
];

/** How far the walk over all contacts is: it goes on by itself, also after a restart. */
function Progress({ done, total }: { done: number; total: number }) {
  return (
    <div className="sweep" role="status">
      <span>{t("contactSettings.sweep", { done, total })}</span>
      <progress max={Math.max(1, total)} value={done} aria-label={t("contactSettings.counting")} />
    </div>
  );
}
