/** 看板: how the city stands, what rises, how the units do, what waits for a leader's decision; and the wall. */
import type { ReactNode } from "react";
import { lazy, Suspense } from "react";
import { Spin } from "antd";
import { NavLink, Route, Routes } from "react-router";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { useWhyColumn } from "../orders/Why";
import { OversightPane } from "../oversight/OversightPane";
import { useWords } from "../words";
import { Board } from "./Board";
import { leaderWords } from "./words";
import "../figures/figures.css";
import "../oversight/oversight.css";

const Wall = lazy(() => import("./Wall"));
const Units = lazy(() => import("./Units"));

export default function Leader() {
  return (
    <Suspense fallback={<Spin className="waiting" />}>
      <Routes>
        <Route path="wall" element={<Wall />} />
        <Route path="units" element={<Units sides={<Sides />} />} />
        <Route path="decide" element={<Decide sides={<Sides />} />} />
        <Route path="*" element={<Board sides={<Sides />} />} />
      </Routes>
    </Suspense>
  );
}

function Sides() {
  const w = useWords(leaderWords);
  return (
    <nav className="buttons no-print" aria-label={w.sides}>
      <NavLink to="/leader" end className="side-link">
        {w.board}
      </NavLink>
      <NavLink to="/leader/units" className="side-link">
        {w.units}
      </NavLink>
      <NavLink to="/leader/decide" className="side-link">
        {w.decide}
      </NavLink>
      <NavLink to="/leader/wall" className="side-link wide-only">
        {w.wall}
      </NavLink>
    </nav>
  );
}

function Decide({ sides }: { sides: ReactNode }) {
  const w = useWords(leaderWords);
  const why = useWhyColumn();
  return (
    <QueueWorkplace
      title={w.decide}
      workplace="leader"
      columns={[why]}
      pane={(number) => <OversightPane key={number} number={number} />}
      beside={sides}
    />
  );
}
