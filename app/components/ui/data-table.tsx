import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { classes } from "./classes";

export type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /**
   * amount: right-aligned, first and large on a phone. title: what the row is; it carries the row's link and stands
   * second on a phone. number: right-aligned. text: everything else.
   */
  kind?: "amount" | "title" | "number" | "text";
  /** the word shown beside the value on a phone, when `label` is not plain text */
  phoneLabel?: string;
};

type DataTableProps<Row> = {
  /** read out before the table; say what the list is */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** where a row opens; the title column becomes the link */
  rowLink?: (row: Row) => string | undefined;
  /** shown instead of the table when there are no rows: an EmptyState */
  empty?: ReactNode;
  footer?: ReactNode;
};

/** A table that turns into cards at phone width, amount first. The roles keep it a table when CSS changes the display. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowLink, empty, footer }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table role="table" className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={classes((column.kind === "amount" || column.kind === "number") && "is-end")}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => {
          const to = rowLink?.(row);
          return (
            <tr key={rowKey(row)} role="row" className={classes(to && "is-open")}>
              {columns.map((column) => {
                const kind = column.kind ?? "text";
                const content = column.cell(row);
                return (
                  <td
                    key={column.key}
                    role="cell"
                    data-label={column.phoneLabel ?? (typeof column.label === "string" ? column.label : undefined)}
                    className={classes(
                      (kind === "amount" || kind === "number") && "is-end tabular-nums",
                      kind === "amount" && "is-amount",
                      kind === "title" && "is-title",
                    )}
                  >
                    {/* One element, so that on a phone all of it stands together beside its word; nothing at all where there is nothing. */}
                    {content === null || content === "" ? null : (
                      <div>
                        {kind === "title" && to ? (
                          <Link to={to} className="row-link inline-block min-h-6 font-strong text-ink underline decoration-line-strong underline-offset-4">
                            {content}
                          </Link>
                        ) : (
                          content
                        )}
                      </div>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
      {footer ? <tfoot>{footer}</tfoot> : null}
    </table>
  );
}
