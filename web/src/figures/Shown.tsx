/** A figure that can be looked at as a chart or read as a table. */
import { Button } from "antd";
import { useId, useState, type ReactNode } from "react";
import { useWords } from "../words";
import { figureWords } from "./words";

export function Shown({
  title,
  help,
  chart,
  table,
  beside,
}: {
  title: string;
  help?: string;
  chart: ReactNode;
  table: ReactNode;
  beside?: ReactNode;
}) {
  const w = useWords(figureWords);
  const [read, setRead] = useState(false);
  const id = useId();
  return (
    <section className="block figure-block" aria-labelledby={id}>
      <div className="row-between">
        <h2 id={id}>{title}</h2>
        <span className="buttons no-print">
          {beside}
          <Button size="small" onClick={() => setRead(!read)} aria-pressed={read}>
            {read ? w.asChart : w.asTable}
          </Button>
        </span>
      </div>
      {help && <p className="quiet small">{help}</p>}
      {read ? <div className="scroll-x">{table}</div> : chart}
    </section>
  );
}
