/** The units of the area, each with what it has in hand and what of it is late; a number opens its orders. */
import { Empty, Spin } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { OrdersList } from "../orders/OrdersList";
import { Pane, Split } from "../orders/Pane";
import { useOpenOrder } from "../orders/useOrders";
import { useWhyColumn } from "../orders/Why";
import { OversightPane } from "../oversight/OversightPane";
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { filterOf, LOADS, useLoads, type Load, type UnitLoad } from "./loads";
import { coordinatorWords } from "./words";
import "./coordinator.css";

export function Units() {
  const w = useWords(coordinatorWords);
  const city = useCity();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useOpenOrder();
  const why = useWhyColumn();
  useScreen(w.units);
  const below = city.data.units.filter((unit) => unit.parent === me.unit && unit.kind !== "village");
  const loads = useLoads(below);
  if (!city.data.units.length) return <Spin className="waiting" />;
  if (!below.length) return <Empty description={w.none} />;
  const unit = search.get("unit");
  const load = LOADS.find((one) => one === search.get("load"));
  return (
    <Split
      pane={
        open && (
          <Pane label={open} href={`/console/orders/${open}`} onClose={() => setOpen(null)}>
            <OversightPane key={open} number={open} />
          </Pane>
        )
      }
    >
      <div className="stack">
        <LoadsTable
          loads={loads}
          chosen={unit && load ? { unit, load } : null}
          onChoose={(of, what) => setSearch({ unit: of, load: what })}
        />
        {unit && load ? (
          <section aria-label={w.listOf(city.unit(unit), w[load])}>
            <h2>{w.listOf(city.unit(unit), w[load])}</h2>
            <OrdersList
              key={unit + load}
              filter={filterOf(unit, load)}
              open={open}
              onOpen={setOpen}
              columns={[why]}
            />
          </section>
        ) : (
          <p className="quiet">{w.choose}</p>
        )}
      </div>
    </Split>
  );
}

/** Below so many open orders a share of them says little. */
const FEW = 20;

function LoadsTable({
  loads,
  chosen,
  onChoose,
}: {
  loads: UnitLoad[];
  chosen: { unit: string; load: Load } | null;
  onChoose: (unit: string, load: Load) => void;
}) {
  const w = useWords(coordinatorWords);
  const [by, setBy] = useState<Load>("late");
  const sorted = [...loads].sort((a, b) => (b.counts[by] ?? -1) - (a.counts[by] ?? -1));
  return (
    <div className="scroll-x">
      <table className="loads">
        <caption className="quiet small">{w.renewed}</caption>
        <thead>
          <tr>
            <th scope="col">{w.unit}</th>
            {LOADS.map((load) => (
              <th key={load} scope="col" className="figure" aria-sort={by === load ? "descending" : "none"}>
                <button type="button" className="link" onClick={() => setBy(load)} title={w.sortBy(w[load])}>
                  {w[load]}
                  {by === load && " ▾"}
                </button>
              </th>
            ))}
            <th scope="col" className="figure share">
              {w.lateShare}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ unit, counts, failed }) => (
            <tr key={unit.code}>
              <th scope="row">
                {unit.name} {failed && <span className="badge soon">{w.failed}</span>}
              </th>
              {LOADS.map((load) => (
                <td key={load} className="figure">
                  <Count
                    count={counts[load]}
                    late={load === "late" || load === "unsigned"}
                    label={w.listOf(unit.name, w[load])}
                    on={chosen?.unit === unit.code && chosen.load === load}
                    onClick={() => onChoose(unit.code, load)}
                  />
                </td>
              ))}
              <td className="figure share">
                <Share late={counts.late} open={counts.open} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Count({
  count,
  late,
  label,
  on,
  onClick,
}: {
  count: number | undefined;
  late: boolean;
  label: string;
  on: boolean;
  onClick: () => void;
}) {
  if (count === undefined) return <span className="quiet">…</span>;
  if (count === 0) return <span className="quiet">0</span>;
  return (
    <button
      type="button"
      className={`count-link ${late ? "late" : ""}`}
      aria-pressed={on}
      aria-label={`${label} ${count}`}
      onClick={onClick}
    >
      {count}
    </button>
  );
}

function Share({ late, open }: { late: number | undefined; open: number | undefined }) {
  const w = useWords(coordinatorWords);
  if (!open || late === undefined) return <span className="quiet">—</span>;
  const share = `${Math.round((100 * late) / open)}%`;
  return open < FEW ? (
    <span className="quiet" title={w.few}>
      {share}
    </span>
  ) : (
    <span>{share}</span>
  );
}
