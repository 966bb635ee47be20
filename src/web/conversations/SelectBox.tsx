import { useEffect, useRef } from "react";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { CheckIcon } from "../ui";
import { isSelecting, select, selection } from "./selection";
import "./SelectBox.css";

/** Stands in for the picture while one points at a row or has chosen some; by touch, the picture itself is the box. Shift reaches from the last one. */
export default function SelectBox({ row }: { row: ConversationRow }) {
  const isOn = useStore(selection, ({ ids, isAll }) => isAll || ids.has(row.id));
  const isChoosing = useStore(selection, isSelecting);
  const isLast = useStore(selection, ({ anchor }) => anchor === row.id);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isLast) box.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, [isLast]);
  return (
    <span ref={box} className="select-box" data-on={isOn || undefined} data-choosing={isChoosing || undefined}>
      <input type="checkbox" tabIndex={-1} checked={isOn} aria-label={t("conversations.select.one", { name: row.contact.name })} onChange={(event) => select(row.id, (event.nativeEvent as MouseEvent).shiftKey)} />
      <span><CheckIcon size={14} strokeWidth={2.4} /></span>
    </span>
  );
}
