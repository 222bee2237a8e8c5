/** 全部工单: every order that one may see, with filters. */
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { Filters } from "./Filters";
import { OrdersList } from "./OrdersList";
import { OrderView } from "./OrderView";
import { Pane, Split } from "./Pane";
import { useFilter, useOpenOrder } from "./useOrders";
import { Views } from "./Views";
import { orderWords } from "./words";

export default function AllOrders() {
  const w = useWords(orderWords);
  const [filter, setFilter] = useFilter();
  const [open, setOpen] = useOpenOrder();
  useScreen(w.all);
  return (
    <div className="stack">
      <div className="row-between">
        <h1>{w.all}</h1>
        <Views filter={filter} onChange={setFilter} />
      </div>
      <Filters filter={filter} onChange={setFilter} />
      <Split
        pane={
          open && (
            <Pane label={open} href={`/console/orders/${open}`} onClose={() => setOpen(null)}>
              <OrderView key={open} number={open} />
            </Pane>
          )
        }
      >
        <OrdersList filter={filter} open={open} onOpen={setOpen} />
      </Split>
    </div>
  );
}
