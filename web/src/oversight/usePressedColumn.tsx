/** The column that says how an order was pressed for already. */
import type { Line } from "../api/types";
import { bilingual, useWords } from "../words";

const words = bilingual(
  { title: "已催办、督办", reminded: (n: number) => `催办 ${n}`, supervised: (n: number) => `督办 ${n}` },
  {
    title: "Pressed",
    reminded: (n: number) => `reminded ${n}×`,
    supervised: (n: number) => `supervised ${n}×`,
  },
);

export function usePressedColumn() {
  const w = useWords(words);
  return {
    key: "pressed",
    title: w.title,
    wide: true,
    cell: (line: Line) => (
      <span className="small">
        {line.reminders > 0 && <span className="badge">{w.reminded(line.reminders)}</span>}{" "}
        {line.supervisions > 0 && <span className="badge soon">{w.supervised(line.supervisions)}</span>}
      </span>
    ),
  };
}
