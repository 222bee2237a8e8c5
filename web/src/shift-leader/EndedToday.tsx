/** What was registered today and has ended already: refusals and instant answers are looked at by a second person. */
import { Empty } from "antd";
import { useMemo } from "react";
import type { Line } from "../api/types";
import type { Filter } from "../orders/filter";
import { OrdersList } from "../orders/OrdersList";
import { OrderView } from "../orders/OrderView";
import { Pane, Split } from "../orders/Pane";
import { useOpenOrder } from "../orders/useOrders";
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { dayKey, fromLocalInput } from "../words/time";
import { useNow } from "../words/Time";
import { shiftWords } from "./words";

export function EndedToday() {
  const w = useWords(shiftWords);
  const [open, setOpen] = useOpenOrder();
  const today = dayKey(useNow());
  const filter = useMemo<Filter>(() => ({ open: false, sort: "newest", ...midnight(today) }), [today]);
  useScreen(w.ended);
  const outcome = ({ outcome }: Line) =>
    outcome && (
      <span className={outcome === "refused" ? "badge soon" : "badge accent"}>{w.outcomes[outcome]}</span>
    );
  return (
    <>
      <h1>{w.ended}</h1>
      <p className="quiet">{w.endedHelp}</p>
      <Split
        pane={
          open && (
            <Pane label={open} href={`/console/orders/${open}`} onClose={() => setOpen(null)}>
              <OrderView key={open} number={open} />
            </Pane>
          )
        }
      >
        <OrdersList
          filter={filter}
          open={open}
          onOpen={setOpen}
          columns={[{ key: "outcome", title: w.outcome, cell: outcome }]}
          empty={<Empty description={w.endedNone} />}
        />
      </Split>
    </>
  );
}

/** From the first moment of a day in the city. */
function midnight(day: string): Pick<Filter, "from"> {
  const from = fromLocalInput(`${day}T00:00`);
  return from === null ? {} : { from };
}
