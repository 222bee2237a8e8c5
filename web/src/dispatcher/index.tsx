/** 派单: the queue by level and clock; what is to be decided stands beside the order, and the next one follows. */
import { ActForm } from "../acts/ActForm";
import { formOf } from "../acts/forms";
import { BatchAct } from "../acts/QuickAct";
import type { ActName, OrderPage } from "../api/types";
import { OrderView } from "../orders/OrderView";
import { Overtaken } from "../orders/Overtaken";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { workplaceNames } from "../shell/workplaces";
import { useWords } from "../words";
import { acts } from "../words/acts";
import { Asked } from "./Asked";
import { BatchDispatch } from "./BatchDispatch";
import { Dispatching } from "./Dispatching";
import { ReturnedBefore } from "./ReturnedBefore";

/** What is decided here, where the order stands now. */
function dueHere({ order, acts: may }: OrderPage): ActName | null {
  const wanted: ActName | null = order.returns.some(({ fate }) => fate === "open")
    ? "judge_return"
    : order.extensions.some(({ request }) => !request.verdict)
      ? "judge_extension"
      : order.stage === "accepted"
        ? "dispatch"
        : null;
  return wanted && may.includes(wanted) ? wanted : null;
}

export default function Dispatcher() {
  const title = useWords(workplaceNames).dispatcher;
  return (
    <QueueWorkplace
      title={title}
      workplace="dispatcher"
      pane={(number, _, next) => (
        <OrderView
          key={number}
          number={number}
          bench={{
            act: dueHere,
            numbers: (page) => dueHere(page) === "dispatch",
            view: (page) => <Bench page={page} next={next} />,
          }}
        />
      )}
      // Only what is safe for several at once: accepting can be looked at again, and what is in doubt is not dispatched.
      batch={(chosen, clear, queue) =>
        queue.key === "to_accept" ? (
          <BatchAct act="accept" chosen={chosen} bodyOf={() => ({})} onDone={clear} />
        ) : (
          queue.key === "to_dispatch" && <BatchDispatch chosen={chosen} onDone={clear} />
        )
      }
    />
  );
}

function Bench({ page, next }: { page: OrderPage; next: () => void }) {
  const act = dueHere(page);
  return (
    <>
      <Overtaken page={page} act={act} />
      <Decision page={page} act={act} next={next} />
    </>
  );
}

function Decision({ page, act, next }: { page: OrderPage; act: ActName | null; next: () => void }) {
  const names = useWords(acts);
  const form = act && formOf(act);
  if (!form) return <ReturnedBefore order={page.order} />;
  if (form.act === "dispatch") return <Dispatching page={page} form={form} onDone={next} />;
  return (
    <section className="block stack" aria-label={names[form.act]}>
      <h2>{names[form.act]}</h2>
      <Asked page={page} act={form.act} />
      <ReturnedBefore order={page.order} />
      <ActForm key={`${page.order.number} ${form.act}`} form={form} page={page} onDone={next} inline />
    </section>
  );
}
