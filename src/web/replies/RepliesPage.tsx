import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { ArrowDownIcon, ArrowUpIcon, Callout, IconButton, Menu, MoreIcon, Page, Skeleton } from "../ui";
import { CreateButtons } from "./CreateButtons";
import { ImportDialog } from "./ImportDialog";
import { fetchReplies, replies, shelfOf, tableAddress } from "./replies";
import { ReplyShelf, type Open } from "./ReplyShelf";

/** All collections and their replies, for those who look after them. */
export default function RepliesPage() {
  const shelf = useStore(replies, (state) => shelfOf(state));
  const [failure, setFailure] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const [isImporting, setImporting] = useState(false);
  useEffect(() => void fetchReplies().catch((error: unknown) => setFailure(errorText(error))), []);

  return (
    <Page title={t("administration.page.savedReplies")} lead={t("replies.lead")} actions={shelf && <>
      <Menu label={t("replies.table")} trigger={<IconButton icon={MoreIcon} label={t("replies.table")} />} groups={[{ id: "table", entries: [
        { id: "import", label: t("replies.import"), icon: ArrowUpIcon, onAction: () => setImporting(true) },
        { id: "export", label: t("replies.export"), icon: ArrowDownIcon, onAction: () => location.assign(tableAddress) },
      ] }]} />
      {shelf.collections.length > 0 && <CreateButtons collections={shelf.collections} onOpen={setOpen} />}
    </>}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {shelf ? <ReplyShelf shelf={shelf} open={open} onOpen={setOpen} /> : !failure && <Skeleton height={200} />}
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </Page>
  );
}
