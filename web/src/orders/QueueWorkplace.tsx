/**
 * A workplace made of queues: which one, its orders, and the order that is open
 * beside them. Most workplaces are this with columns, or a pane, of their own.
 */
import { useState, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { Line } from "../api/types";
import { useScreen } from "../shell/useScreen";
import { OrdersList, type Column } from "./OrdersList";
import { OrderView } from "./OrderView";
import { Pane, Split } from "./Pane";
import { countInWords, useQueues, type Queue } from "./queues";
import { useOpenOrder } from "./useOrders";

interface Props {
  title: string;
  workplace: string;
  columns?: Column[];
  /** What is shown for the open order, in place of its page. */
  pane?: (number: string, queue: Queue, next: () => void) => ReactNode;
  /** A queue before those of the server. */
  first?: Queue;
  /** What stands above the list, for those chosen. */
  batch?: (chosen: ReadonlyMap<string, Line>, clear: () => void, queue: Queue) => ReactNode;
  /** What stands beside the title. */
  beside?: ReactNode;
  empty?: ReactNode;
}

export function QueueWorkplace({ title, workplace, columns = [], pane, batch, beside, empty, first }: Props) {
  const served = useQueues().filter((queue) => queue.workplace === workplace);
  const queues = first ? [first, ...served] : served;
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useOpenOrder();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Line>>(new Map());
  useScreen(title);
  // Without a choice: the first queue in which something waits.
  const queue =
    queues.find(({ key }) => key === search.get("queue")) ??
    first ??
    queues.find(({ count, urgent }) => count && urgent) ??
    queues.find(({ count }) => count) ??
    queues[0];
  // Done with one, one goes on to the next of the list.
  const next = () => {
    const at = lines.findIndex(({ number }) => number === open);
    setOpen((lines[at + 1] ?? lines[at - 1])?.number ?? null);
  };
  // Before the queues are read, and where a role has none.
  if (!queue) return <h1>{title}</h1>;
  return (
    <div>
      <div className="row-between">
        <h1>{title}</h1>
        {beside}
      </div>
      <div className="tabs" role="group" aria-label={title}>
        {queues.map((one) => (
          <button
            key={one.key}
            type="button"
            aria-pressed={one.key === queue.key}
            className={one.count === 0 ? "none" : ""}
            onClick={() => {
              setChosen(new Map());
              setSearch({ queue: one.key });
            }}
          >
            {one.name}
            <span className="count">{countInWords(one)}</span>
          </button>
        ))}
      </div>
      <Split
        pane={
          open && (
            <Pane label={open} href={`/console/orders/${open}`} onClose={() => setOpen(null)}>
              {pane ? pane(open, queue, next) : <OrderView key={open} number={open} />}
            </Pane>
          )
        }
      >
        {batch?.(chosen, () => setChosen(new Map()), queue)}
        <OrdersList
          key={queue.key}
          filter={queue.filter}
          open={open}
          onOpen={setOpen}
          onLines={setLines}
          columns={columns}
          empty={empty}
          {...(batch ? { chosen, onChoose: setChosen } : {})}
        />
      </Split>
    </div>
  );
}
