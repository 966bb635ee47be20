import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { Broadcast, BroadcastLine, ProactiveStatus } from "../api/types";
import { t } from "../i18n";
import { fullDate, momentOf } from "../i18n/format";
import { Link } from "../shell/router";
import { Badge, Button, Callout, type Column, Section, Select, Skeleton, Table, type Tone } from "../ui";
import { fetchLines } from "./broadcasts";
import { useReasons } from "./useReasons";

const statuses = ["failed", "leftOut", "waiting", "underway", "sent", "delivered", "read"] as const;
const tones: Partial<Record<ProactiveStatus, Tone>> = { failed: "bad", leftOut: "warn", delivered: "good", read: "good" };

/** Everybody the broadcast is for, a page at a time; failures come first to mind. */
export function Lines({ broadcast }: { broadcast: Broadcast }) {
  const [status, setStatus] = useState<ProactiveStatus | "all">("all");
  const [page, setPage] = useState<{ items: BroadcastLine[] | null; next: string | null }>({ items: null, next: null });
  const [failure, setFailure] = useState<string | null>(null);
  const why = useReasons(broadcast.channelId);
  const counts = JSON.stringify(broadcast.counts);
  const load = (after: string | null, isWanted = () => true) => fetchLines(broadcast.id, status === "all" ? null : status, after).then(
    ({ items, next }) => isWanted() && (setFailure(null), setPage((before) => ({ items: after ? [...(before.items ?? []), ...items] : items, next: next ?? null }))),
    (error: unknown) => isWanted() && setFailure(errorText(error)),
  );
  useEffect(() => {
    let isWanted = true;
    void load(null, () => isWanted);
    return () => void (isWanted = false);
  }, [broadcast.id, status, counts]);

  return (
    <Section title={t("broadcasts.lines")} actions={<Select hideLabel label={t("broadcasts.lines.status")} value={status} onChange={setStatus} choices={[{ id: "all", label: t("broadcasts.lines.all") }, ...statuses.map((id) => ({ id, label: t(`broadcasts.status.${id}`) }))]} />}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {!page.items ? !failure && <Skeleton height={120} />
        : page.items.length === 0 ? <p className="field-hint">{t("broadcasts.lines.none")}</p>
        : <Table label={t("broadcasts.lines")} columns={columns(why)} rows={page.items} rowId={(line) => line.id} />}
      {page.next && <div><Button size="sm" onPress={() => void load(page.next)}>{t("broadcasts.more")}</Button></div>}
    </Section>
  );
}

const columns = (why: ReturnType<typeof useReasons>): Column<BroadcastLine>[] => [
  { id: "who", title: t("broadcasts.lines.who"), cell: (line) => <span className="broadcast-name">{line.conversationId ? <Link href={`/inbox/${line.conversationId}`}>{line.name ?? line.address}</Link> : <span>{line.name ?? line.address ?? "…"}</span>}<small className="tabular">{[line.name && line.address, line.line && t("broadcasts.lines.line", { line: line.line })].filter(Boolean).join(" · ")}</small></span> },
  { id: "status", title: t("broadcasts.state"), cell: (line) => <Badge tone={tones[line.status] ?? "neutral"}>{t(`broadcasts.status.${line.status}`)}</Badge> },
  { id: "why", title: t("broadcasts.lines.why"), cell: (line) => <Why line={line} why={why} /> },
  { id: "at", title: t("broadcasts.lines.at"), isMinor: true, cell: (line) => line.at ? <time dateTime={line.at} title={fullDate(new Date(line.at))}>{momentOf(new Date(line.at))}</time> : null },
];

function Why({ line, why }: { line: BroadcastLine; why: ReturnType<typeof useReasons> }) {
  if (line.leftOut) return <>{t(`broadcasts.reason.${line.leftOut}`)}</>;
  if (line.status !== "failed" || !line.code) return null;
  const told = why(line.code, line.words ?? null);
  return <span className="broadcast-name"><span>{told.text}</span>{told.details && <small>{told.details}</small>}</span>;
}
