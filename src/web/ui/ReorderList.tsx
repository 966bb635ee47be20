import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { path } from "./icons";
import "./ReorderList.css";

const GripIcon = path("M7.5 5v.01", "M7.5 10v.01", "M7.5 15v.01", "M12.5 5v.01", "M12.5 10v.01", "M12.5 15v.01");

interface ReorderListProps<Row extends { id: string }> {
  label: string;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  /** What the handle of a row is called. */
  handleOf: (row: Row) => string;
  cell: (row: Row) => ReactNode;
  actions?: (row: Row) => ReactNode;
  onReorder: (ids: string[]) => void;
}

/** Rows whose order matters: by dragging, by touch, or with the keyboard on their handles. */
export function ReorderList<Row extends { id: string }>({ label, rows, nameOf, handleOf, cell, actions, onReorder }: ReorderListProps<Row>) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = rows.filter((row) => keys.has(row.id)).map((row) => row.id);
      const rest = rows.filter((row) => !keys.has(row.id)).map((row) => row.id);
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === "after" ? 1 : 0);
      onReorder([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
    },
  });
  return (
    <GridList className="reorder-list" aria-label={label} items={rows} selectionMode="none" keyboardNavigationBehavior="tab" dragAndDropHooks={dragAndDropHooks}>
      {(row) => (
        <GridListItem className="reorder-item" id={row.id} textValue={nameOf(row)}>
          <Button slot="drag" className="reorder-handle" aria-label={handleOf(row)}><GripIcon /></Button>
          <div className="reorder-words">{cell(row)}</div>
          {actions?.(row)}
        </GridListItem>
      )}
    </GridList>
  );
}
