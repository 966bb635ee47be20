import { useVirtualizer } from "@tanstack/react-virtual";
import { Suspense, useEffect, useRef } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { withTexts } from "../shell/page";
import { useMay } from "../shell/session";
import { AlertIcon, Button, EmptyState, Skeleton } from "../ui";
import { display } from "./display";
import { queue, type QueueFilter, showMore, showQueue } from "./queue";
import { QueueRow } from "./QueueRow";
import "./QueueList.css";

const NothingHere = withTexts<{ filter: QueueFilter }>(() => import("./NothingHere"));
const SelectBox = withTexts(() => import("./SelectBox"));

const rowHeights = { roomy: 68, compact: 42 };

/** The conversations of the filter; only the rows on screen exist. */
export function QueueList({ openId, filter }: { openId: string | null; filter: QueueFilter }) {
  const status = useStore(queue, (state) => state.status);
  const count = useStore(queue, (state) => state.rows.length);
  if (status === "loading") return <LoadingRows />;
  if (status === "failed") return <EmptyState icon={AlertIcon} title={t("conversations.failed")} action={<Button onPress={() => void showQueue(filter, queue.get().me)}>{t("shell.unreachable.retry")}</Button>} />;
  return count === 0 ? <Suspense><NothingHere filter={filter} /></Suspense> : <Rows openId={openId} />;
}

function Rows({ openId }: { openId: string | null }) {
  const isCompact = useStore(display, (state) => state.isCompact);
  const rowHeight = rowHeights[isCompact ? "compact" : "roomy"];
  const rows = useStore(queue, (state) => state.rows);
  const next = useStore(queue, (state) => state.next);
  const mayChoose = useMay()("actInBulk");
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan: 8, getItemKey: (at) => rows[at]!.id });
  useEffect(() => virtual.measure(), [rowHeight]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (next && last >= rows.length - 10) void showMore();
  }, [next, last, rows.length]);

  const openAt = rows.findIndex((row) => row.id === openId);
  useEffect(() => {
    if (openAt >= 0) virtual.scrollToIndex(openAt, { align: "auto" });
  }, [openId]);

  return (
    <div ref={frame} className="queue-scroll" data-compact={isCompact || undefined}>
      <ul className="queue-rows" style={{ height: virtual.getTotalSize() }}>
        {shown.map((item) => (
          <li key={item.key} className="queue-place" style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} aria-setsize={rows.length} aria-posinset={item.index + 1}>
            <QueueRow row={rows[item.index]!} isOpen={rows[item.index]!.id === openId} />
            {mayChoose && <Suspense><SelectBox row={rows[item.index]!} /></Suspense>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function LoadingRows() {
  return (
    <div className="queue-scroll" aria-busy="true">
      {[68, 52, 74, 60, 48, 70].map((width, at) => (
        <div key={at} className="queue-row" data-loading>
          <Skeleton width={36} height={36} round />
          <div className="queue-row-words"><Skeleton width={`${width * 0.7}%`} /><Skeleton width={`${width + 20}%`} height={10} /></div>
        </div>
      ))}
    </div>
  );
}
