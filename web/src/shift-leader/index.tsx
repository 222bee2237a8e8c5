/** 班长台: what waits for a shift leader, what operators ended at once today, and the way to take a call over. */
import { Link, NavLink, Route, Routes } from "react-router";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { workplaceNames } from "../shell/workplaces";
import { useWords } from "../words";
import { EndedToday } from "./EndedToday";
import { shiftWords } from "./words";
import "../operator/operator.css";

export default function Workplace() {
  const w = useWords(shiftWords);
  const names = useWords(workplaceNames);
  return (
    <>
      <div className="row-between">
        <nav className="tabs" aria-label={names["shift-leader"]}>
          <NavLink to="/shift-leader" end>
            {w.queues}
          </NavLink>
          <NavLink to="/shift-leader/ended">{w.ended}</NavLink>
        </nav>
        <Link to="/operator">{w.takeOver}</Link>
      </div>
      <Routes>
        <Route index element={<QueueWorkplace title={names["shift-leader"]} workplace="shift-leader" />} />
        <Route path="ended" element={<EndedToday />} />
      </Routes>
    </>
  );
}
