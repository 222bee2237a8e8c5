/** 受理: the desk at which calls are taken, and the orders that one still has to finish. */
import { NavLink, Route, Routes } from "react-router";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { workplaceNames } from "../shell/workplaces";
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { Desk } from "./Desk";
import { DutyBar } from "./DutyBar";
import { operatorWords } from "./words";
import "./operator.css";

export default function Workplace() {
  const w = useWords(operatorWords);
  const names = useWords(workplaceNames);
  return (
    <>
      <div className="row-between">
        <nav className="tabs" aria-label={names.operator}>
          <NavLink to="/operator" end>
            {w.desk}
          </NavLink>
          <NavLink to="/operator/orders">{w.queues}</NavLink>
        </nav>
        <DutyBar />
      </div>
      <Routes>
        <Route index element={<DeskScreen />} />
        <Route path="orders" element={<QueueWorkplace title={w.queues} workplace="operator" />} />
      </Routes>
    </>
  );
}

function DeskScreen() {
  const w = useWords(operatorWords);
  const names = useWords(workplaceNames);
  useScreen(`${names.operator} · ${w.desk}`);
  return (
    <>
      <h1 className="visually-hidden">{names.operator}</h1>
      <Desk />
    </>
  );
}
