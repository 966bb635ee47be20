import { useState } from "react";
import { errorText } from "../api/client";
import type { ResolveReason } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { ArchiveIcon, Badge, Button, Checkbox, EditIcon, IconButton, Page, PlusIcon, Section, toast } from "../ui";
import { ReorderList } from "../ui/ReorderList";
import { inOrder } from "./asked";
import { ReasonDialog } from "./ReasonDialog";
import { changeReason, orderReasons } from "./reasons";
import "./resolveReasons.css";
import { Scopes } from "./Scopes";

type Open = { reason: ResolveReason | null } | null;

const attempt = (action: Promise<unknown>) => void action.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

/** Why conversations end, and where agents have to say so. */
export default function ResolveReasonsPage() {
  const all = inOrder(useStore(directory, (state) => state.resolveReasons));
  const archived = all.filter((one) => one.isArchived);
  const [open, setOpen] = useState<Open>(null);

  return (
    <Page title={t("resolveReasons.title")} lead={t("resolveReasons.lead")} actions={<Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ reason: null })}>{t("resolveReasons.add")}</Button>}>
      <Section title={t("resolveReasons.list")} lead={t("resolveReasons.list.lead")}>
        <ReorderList
          label={t("resolveReasons.order")} rows={all.filter((one) => !one.isArchived)} nameOf={(reason) => reason.name} handleOf={(reason) => t("resolveReasons.drag", { name: reason.name })}
          onReorder={(ids) => attempt(orderReasons(ids))} cell={(reason) => <Reason reason={reason} />}
          actions={(reason) => <>
            <IconButton icon={EditIcon} label={t("resolveReasons.edit", { name: reason.name })} onPress={() => setOpen({ reason })} />
            {!reason.isSystem && <IconButton icon={ArchiveIcon} label={t("resolveReasons.archive", { name: reason.name })} onPress={() => attempt(changeReason(reason.id, { isArchived: true }))} />}
          </>}
        />
      </Section>
      <Scopes which="reasons" />
      <Scopes which="topics" />
      {archived.length > 0 && (
        <Section title={t("resolveReasons.archived")} lead={t("resolveReasons.archived.lead")}>
          <ul className="reason-archive">
            {archived.map((reason) => (
              <li key={reason.id}>
                {reason.name}
                <Button size="sm" aria-label={t("resolveReasons.restore.one", { name: reason.name })} onPress={() => attempt(changeReason(reason.id, { isArchived: false }))}>{t("resolveReasons.restore")}</Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {open && <ReasonDialog reason={open.reason} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const Reason = ({ reason }: { reason: ResolveReason }) => (
  <span className="reason">
    <Checkbox label={reason.name} isOn={reason.isUsed} onChange={(isUsed) => attempt(changeReason(reason.id, { isUsed }))} />
    {reason.isSystem && <Badge tone="accent">{t("resolveReasons.system")}</Badge>}
    {reason.comment !== "off" && <Badge>{t(`resolveReasons.rule.${reason.comment}`)}</Badge>}
  </span>
);
