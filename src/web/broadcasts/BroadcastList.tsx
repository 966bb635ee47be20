import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { Broadcast } from "../api/types";
import { t } from "../i18n";
import { fullDate, momentOf, numberOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link, navigate } from "../shell/router";
import { Button, Callout, type Column, EmptyState, Page, PlusIcon, SendIcon, Skeleton, Table } from "../ui";
import { broadcasts, fetchBroadcasts, inOrder, recipients } from "./broadcasts";
import { StateBadge } from "./StateBadge";

/** What was sent to many, what is leaving, and what will. */
export function BroadcastList() {
  const { known, isListed, next } = useStore(broadcasts, (state) => state);
  const channels = useStore(directory, (state) => state.channels);
  const [failure, setFailure] = useState<string | null>(null);
  const ask = (after?: string | null) => fetchBroadcasts(after).then(() => setFailure(null), (error: unknown) => setFailure(errorText(error)));
  useEffect(() => void ask(), []);
  const items = inOrder(known);
  const canSend = Object.values(channels).some((channel) => channel.capabilities.templates && channel.status !== "disabled");
  const add = <Button variant="primary" icon={PlusIcon} onPress={() => navigate("/broadcasts/new")}>{t("broadcasts.add")}</Button>;

  return (
    <Page title={t("broadcasts.title")} lead={t("broadcasts.lead")} actions={items.length > 0 && canSend && add}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {!isListed ? !failure && <Skeleton height={220} />
        : items.length === 0 ? <EmptyState icon={SendIcon} title={t("broadcasts.empty.title")} text={t(canSend ? "broadcasts.empty.text" : "broadcasts.empty.noChannel")} action={canSend && add} />
        : <Table label={t("broadcasts.title")} columns={columns(channels)} rows={items} rowId={(one) => one.id} />}
      {next && <Button onPress={() => void ask(next)}>{t("broadcasts.more")}</Button>}
    </Page>
  );
}

const columns = (channels: Record<string, { name: string }>): Column<Broadcast>[] => [
  { id: "name", title: t("broadcasts.name"), cell: (one) => <span className="broadcast-name"><Link href={`/broadcasts/${one.id}`}>{one.name}</Link><small>{[channels[one.channelId]?.name, one.template].filter(Boolean).join(" · ")}</small></span> },
  { id: "state", title: t("broadcasts.state"), cell: (one) => <StateBadge broadcast={one} /> },
  { id: "when", title: t("broadcasts.when"), isMinor: true, cell: (one) => <time dateTime={one.startAt} title={fullDate(new Date(one.startAt))}>{momentOf(new Date(one.startAt))}</time> },
  { id: "people", title: t("broadcasts.people"), align: "end", cell: (one) => <span className="tabular">{numberOf(recipients(one.counts))}</span> },
  { id: "read", title: t("broadcasts.count.read"), align: "end", isMinor: true, cell: (one) => <span className="tabular">{numberOf(one.counts.read)}</span> },
  { id: "failed", title: t("broadcasts.count.failed"), align: "end", isMinor: true, cell: (one) => <span className="tabular" data-bad={one.counts.failed > 0 || undefined}>{numberOf(one.counts.failed)}</span> },
];
