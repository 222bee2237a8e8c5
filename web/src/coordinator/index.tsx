/** 协调: all orders of a district or county; what waits for oneself, what is late and why, how the units stand. */
import { NavLink, Route, Routes } from "react-router";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { useWhyColumn } from "../orders/Why";
import { BatchReminders } from "../oversight/BatchReminders";
import { OversightPane } from "../oversight/OversightPane";
import { workplaceNames } from "../shell/workplaces";
import { useWords } from "../words";
import { Units } from "./Units";
import { coordinatorWords } from "./words";

export default function Coordinator() {
  const w = useWords(coordinatorWords);
  const names = useWords(workplaceNames);
  return (
    <Routes>
      <Route
        path="units"
        element={
          <div>
            <div className="row-between">
              <h1>{w.units}</h1>
              <Sides />
            </div>
            <Units />
          </div>
        }
      />
      <Route path="*" element={<Queues title={names.coordinator} />} />
    </Routes>
  );
}

/** The two sides of the workplace: the orders and the units. */
function Sides() {
  const w = useWords(coordinatorWords);
  return (
    <nav className="buttons" aria-label={w.units}>
      <NavLink to="/coordinator" end className="side-link">
        {w.orders}
      </NavLink>
      <NavLink to="/coordinator/units" className="side-link">
        {w.units}
      </NavLink>
    </nav>
  );
}

function Queues({ title }: { title: string }) {
  const why = useWhyColumn();
  return (
    <QueueWorkplace
      title={title}
      workplace="coordinator"
      columns={[why]}
      pane={(number) => <OversightPane key={number} number={number} />}
      batch={(chosen, clear) => <BatchReminders chosen={chosen} clear={clear} />}
      beside={<Sides />}
    />
  );
}
