import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { AuditLine } from "../api/types";
import { t } from "../i18n";
import { fullDate, momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Button, Callout, type Column, DownloadIcon, EmptyState, LockIcon, Page, SearchField, Select, Skeleton, Table, TextField } from "../ui";
import { type AuditFilter, auditTable, readAudit } from "./audit";
import "./privacy.css";

const everything: AuditFilter = { words: "", memberId: "", from: "", to: "" };
const patience = 250;

/** Who changed what of the settings, the last one first. */
export default function AuditLogPage() {
  const [filter, setFilter] = useState(everything);
  const { lines, next, problem, more } = useLines(filter);
  const members = useStore(directory, (state) => state.members);
  const set = (change: Partial<AuditFilter>) => setFilter((before) => ({ ...before, ...change }));
  const people = Object.values(members).sort((a, b) => a.name.localeCompare(b.name)).map((one) => ({ id: one.id, label: one.name }));

  return (
    <Page title={t("privacy.audit")} lead={t("privacy.audit.lead")}
      actions={<a className="button" data-variant="secondary" href={auditTable(filter)} download><DownloadIcon size={16} /> {t("privacy.audit.download")}</a>}>
      <div className="audit-filter" role="search">
        <SearchField label={t("privacy.audit.search")} value={filter.words} onChange={(words) => set({ words })} />
        <Select hideLabel label={t("privacy.audit.member")} choices={[{ id: "", label: t("privacy.audit.everyone") }, ...people]} value={filter.memberId} onChange={(memberId) => set({ memberId })} />
        <TextField type="date" label={t("privacy.audit.from")} value={filter.from} onChange={(from) => set({ from })} />
        <TextField type="date" label={t("privacy.audit.to")} value={filter.to} onChange={(to) => set({ to })} />
      </div>
      {problem ? <Callout tone="bad">{problem}</Callout>
        : !lines ? <Skeleton height={200} />
        : lines.length === 0 ? <EmptyState icon={LockIcon} title={t("privacy.audit.none")} text={t("privacy.audit.none.text")} />
        : <Table label={t("privacy.audit")} columns={columns()} rows={lines} rowId={(line) => line.id} />}
      {next && <Button onPress={() => void more()}>{t("privacy.more")}</Button>}
    </Page>
  );
}

const columns = (): Column<AuditLine>[] => [
  { id: "at", title: t("privacy.audit.at"), cell: (line) => <time className="audit-time" dateTime={line.at} title={fullDate(new Date(line.at))}>{momentOf(new Date(line.at))}</time> },
  { id: "what", title: t("privacy.audit.what"), cell: (line) => <><strong>{line.by}</strong> {line.sentence}</> },
];

/** The lines that fit, asked for when the typing stops. */
function useLines(filter: AuditFilter) {
  const [page, setPage] = useState<{ lines: AuditLine[] | null; next: string | null }>({ lines: null, next: null });
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const ask = () => readAudit(filter, null).then(
      ({ items, next }) => isWanted && (setProblem(null), setPage({ lines: items, next })),
      (error: unknown) => isWanted && setProblem(errorText(error)),
    );
    const timer = setTimeout(() => void ask(), filter === everything ? 0 : patience);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [filter]);
  const more = async () => {
    const { items, next } = await readAudit(filter, page.next);
    setPage(({ lines }) => ({ lines: [...(lines ?? []), ...items], next }));
  };
  return { ...page, problem, more };
}
