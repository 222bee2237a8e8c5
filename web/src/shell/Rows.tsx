/** Rows of anything: a table where there is room, cards where there is not; more on demand. */
import { Button, Empty } from "antd";
import { useState, type ReactNode } from "react";
import { bilingual, useWords } from "../words";
import "./sections.css";

const words = bilingual(
  { more: (n: number) => `再显示 ${n} 条`, of: (n: number, all: number) => `显示 ${n} 条，共 ${all} 条` },
  { more: (n: number) => `Show ${n} more`, of: (n: number, all: number) => `${n} of ${all} shown` },
);

export interface Cell<T> {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** `main` heads the card, `acts` are the buttons, `figure` is a number. */
  as?: "main" | "acts" | "figure";
}

interface Props<T> {
  /** What the table is called. */
  label: string;
  rows: readonly T[];
  cells: readonly (Cell<T> | false)[];
  keyOf: (row: T) => string | number;
  /** What is said when there are none. */
  empty: ReactNode;
  /** Whether a row is a thing of the past. */
  dim?: (row: T) => boolean;
}

const STEP = 100;

/** Said, for a cell that is shown as a block loses its role. */
const CELL = { role: "cell" };

export function Rows<T>({ label, rows, cells, keyOf, empty, dim }: Props<T>) {
  const w = useWords(words);
  const [shown, setShown] = useState(STEP);
  const columns = cells.filter((cell) => cell !== false);
  if (!rows.length) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  const left = rows.length - shown;
  return (
    <div>
      {/* Shown as blocks on a phone the table would lose its roles: they are said. */}
      <table className="rows" role="table" aria-label={label}>
        <thead>
          <tr role="row">
            {columns.map(({ key, title, as }) => (
              <th key={key} role="columnheader" scope="col" className={as === "figure" ? "figure" : ""}>
                {as === "acts" ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={keyOf(row)} role="row" className={dim?.(row) ? "dim" : ""}>
              {columns.map(({ key, title, cell, as }) => (
                <td
                  key={key}
                  {...CELL}
                  data-label={title}
                  className={as === "figure" ? "figure" : as ? `rows-${as}` : ""}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div className="orders-more row-between">
          <span className="quiet small">{w.of(shown, rows.length)}</span>
          <Button onClick={() => setShown(shown + STEP)}>{w.more(Math.min(left, STEP))}</Button>
        </div>
      )}
    </div>
  );
}
