/** 回访: who is to be called, and the call itself. */
import type { Line } from "../api/types";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import type { Queue } from "../orders/queues";
import { useOpenOrder, useOrders } from "../orders/useOrders";
import { workplaceNames } from "../shell/workplaces";
import { useWords } from "../words";
import { CallSheet } from "./CallSheet";
import { useCallRule } from "./useCallRule";
import { callbackWords } from "./words";
import "./caller-back.css";

export default function Workplace() {
  const names = useWords(workplaceNames);
  const w = useWords(callbackWords);
  const most = useCallRule()?.attempts;
  const attempts = (line: Line) =>
    line.calls === 0 ? (
      <span className="quiet">{w.none}</span>
    ) : (
      <span className="badge">{most ? `${line.calls} / ${most}` : line.calls}</span>
    );
  return (
    <QueueWorkplace
      title={names["caller-back"]}
      workplace="caller-back"
      columns={[{ key: "attempts", title: w.attempts, cell: attempts }]}
      pane={(number, queue) => <OneAfterAnother key={number} number={number} queue={queue} />}
    />
  );
}

/** The sheet of an order, with the way to the next one of its queue. */
function OneAfterAnother({ number, queue }: { number: string; queue: Queue }) {
  const [, setOpen] = useOpenOrder();
  const { data } = useOrders(queue.filter);
  const lines = data?.pages.flatMap((page) => page.items) ?? [];
  // An order that is done leaves the list: then the first one is next.
  const at = lines.findIndex((line) => line.number === number);
  const next = lines[at + 1] ?? lines.find((line) => line.number !== number);
  return <CallSheet number={number} onNext={next ? () => setOpen(next.number) : null} />;
}
