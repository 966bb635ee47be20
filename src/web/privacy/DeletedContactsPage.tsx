import { useEffect } from "react";
import { errorText } from "../api/client";
import type { DeletedContact } from "../api/types";
import { fetchKinds, kinds, kindText } from "../channels/kinds";
import { KindLogo } from "../channels/KindLogo";
import { t } from "../i18n";
import { fullDate, momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { Badge, Button, type Column, EmptyState, Page, Skeleton, Table, toast, TrashIcon } from "../ui";
import { deleted, fetchDeleted, fetchMore } from "./deleting";
import { lossesIn } from "./LossList";
import "./privacy.css";

/** Which contacts were deleted: nothing of them, only that they were. */
export default function DeletedContactsPage() {
  const { items, next } = useStore(deleted, (state) => state);
  useEffect(() => {
    void fetchKinds().catch(complain);
    void fetchDeleted().catch(complain);
  }, []);

  return (
    <Page title={t("privacy.deleted")} lead={t("privacy.deleted.lead")}>
      {!items ? <Skeleton height={160} />
        : items.length === 0 ? <EmptyState icon={TrashIcon} title={t("privacy.deleted.empty")} text={t("privacy.deleted.empty.text")} />
        : <Table label={t("privacy.deleted")} columns={columns()} rows={items} rowId={(one) => one.id} />}
      {next && <Button onPress={() => void fetchMore().catch(complain)}>{t("privacy.more")}</Button>}
    </Page>
  );
}

const columns = (): Column<DeletedContact>[] => [
  { id: "hint", title: t("privacy.deleted.hint"), cell: (one) => <span className="deleted-who"><Kinds names={one.kinds} /><strong>{one.hint || t("privacy.deleted.nameless")}</strong></span> },
  { id: "losses", title: t("privacy.deleted.losses"), isMinor: true, cell: (one) => lossesIn(one.losses).join(", ") },
  { id: "at", title: t("privacy.deleted.at"), cell: (one) => <><time dateTime={one.at} title={fullDate(new Date(one.at))}>{momentOf(new Date(one.at))}</time><small className="deleted-by">{one.by}</small></> },
  { id: "erased", title: t("privacy.deleted.erased"), cell: Erased },
];

const Erased = ({ erasedAt }: DeletedContact) => erasedAt
  ? <Badge tone="good"><span title={fullDate(new Date(erasedAt))}>{t("privacy.deleted.erased.done")}</span></Badge>
  : <Badge>{t("privacy.deleted.erased.pending")}</Badge>;

function Kinds({ names }: { names: readonly string[] }) {
  const all = useStore(kinds, (state) => state.items);
  return names.map((name) => {
    const kind = all.find((one) => one.kind === name);
    return <span key={name} title={kindText(kind, "name") || name}><KindLogo kind={kind} size={20} /></span>;
  });
}

const complain = (error: unknown) => toast(errorText(error), { tone: "bad" });
