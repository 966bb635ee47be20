import { useEffect, useMemo } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { type Command, useCommands } from "../shell/commands";
import { CheckIcon } from "../ui";
import { BulkBar } from "./BulkBar";
import { queue, type QueueFilter } from "./queue";
import { clearSelection, isSelecting, select, selectAll, selection } from "./selection";

/** The row with the focus, else the one that is open. */
const rowAt = (openId: string | null) => (document.activeElement as HTMLElement | null)?.dataset.row ?? openId;

function choose(openId: string | null) {
  const id = rowAt(openId);
  if (id) select(id);
}

/** One more row, above or below the last one chosen. */
function reach(openId: string | null, by: 1 | -1) {
  const { rows } = queue.get();
  const { ids, anchor } = selection.get();
  const from = anchor ?? rowAt(openId);
  const next = rows[rows.findIndex((row) => row.id === from) + by];
  if (from && !ids.has(from)) select(from);
  if (next) select(next.id, true);
}

const commands = (openId: string | null): Command[] => {
  const group = t("conversations.queue");
  return [
    { id: "select", group, keys: "x", label: t("conversations.select"), icon: CheckIcon, run: () => choose(openId) },
    { id: "select-down", group, keys: "shift+down", label: t("conversations.select.down"), icon: CheckIcon, run: () => reach(openId, 1) },
    { id: "select-up", group, keys: "shift+up", label: t("conversations.select.up"), icon: CheckIcon, run: () => reach(openId, -1) },
    { id: "select-all", group, keys: "* a", label: t("conversations.select.all"), icon: CheckIcon, run: selectAll },
  ];
};

/** Choosing conversations of the list by key, and what can be done to them. Another list begins without a choice. */
export default function Choosing({ openId, filter }: { openId: string | null; filter: QueueFilter }) {
  const isChoosing = useStore(selection, isSelecting);
  useEffect(() => clearSelection, [filter]);
  useCommands(useMemo(() => commands(openId), [openId]));
  return isChoosing ? <BulkBar /> : null;
}
