import type { ReactNode } from "react";
import { t } from "../i18n";
import "./Table.css";

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Left out on a phone. */
  isMinor?: boolean;
}

interface TableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Buttons at the end of each row. */
  actions?: (row: Row) => ReactNode;
}

/** Rows of the same thing, for reading and for a few actions on each. */
export function Table<Row>({ label, columns, rows, rowId, actions }: TableProps<Row>) {
  return (
    <div className="table-frame">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => <th key={column.id} scope="col" data-align={column.align} data-minor={column.isMinor || undefined}>{column.title}</th>)}
            {actions && <th className="table-actions"><span className="visually-hidden">{t("ui.actions")}</span></th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) => <td key={column.id} data-align={column.align} data-minor={column.isMinor || undefined}>{column.cell(row)}</td>)}
              {actions && <td className="table-actions">{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
