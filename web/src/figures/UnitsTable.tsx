/** The units of one kind beside one another: each rate says of how many, and few are greyed. */
import { useState } from "react";
import { Link } from "react-router";
import { useCity } from "../city/city";
import { useWords } from "../words";
import { RATES, type Rate, type RateName, type UnitFigures } from "./figures";
import { number, percent } from "./numbers";
import { figureWords, rateHelp, rateNames } from "./words";

/** What is better when it is more; of the others less is. */
const GOOD = new Set<RateName>(["on_time", "solved", "satisfied"]);

type By = RateName | "received";

export function UnitsTable({
  label,
  units,
  enough,
}: {
  label: string;
  units: readonly UnitFigures[];
  /** Below so many a rate says little. */
  enough: number;
}) {
  const w = useWords(figureWords);
  const names = useWords(rateNames);
  const help = useWords(rateHelp);
  const city = useCity();
  const [by, setBy] = useState<By>("received");
  const sorted = [...units].sort((a, b) => rank(a, by, enough) - rank(b, by, enough));
  const head = (column: By, name: string, title?: string) => (
    <th key={column} scope="col" className="figure" aria-sort={by === column ? "descending" : "none"}>
      <button type="button" className="link" onClick={() => setBy(column)} title={title ?? w.sortBy(name)}>
        {name}
        {by === column && " ▾"}
      </button>
    </th>
  );
  return (
    <div className="scroll-x">
      <table className="figures-table units-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{w.unit}</th>
            {head("received", w.received)}
            {RATES.map((rate) => head(rate, names[rate], help[rate]))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row">{city.unit(unit.unit)}</th>
              <td className="figure">
                <Link to={`/orders?${unit.received.query}`}>{number(unit.received.n)}</Link>
              </td>
              {RATES.map((rate) => (
                <td key={rate} className="figure">
                  <RateCell rate={unit[rate]} enough={enough} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The worst first, and what says little last: it is no rank to be proud or ashamed of. */
function rank(unit: UnitFigures, by: By, enough: number): number {
  if (by === "received") return -unit.received.n;
  const { n, of } = unit[by];
  if (!of) return 3;
  const share = GOOD.has(by) ? n / of : 1 - n / of;
  return of < enough ? 1 + share : share;
}

function RateCell({ rate, enough }: { rate: Rate; enough: number }) {
  const w = useWords(figureWords);
  const said = percent(rate.n, rate.of);
  if (said === null) return <span className="quiet">—</span>;
  const few = rate.of < enough;
  return (
    <span className={few ? "quiet few" : ""} title={few ? w.small : undefined}>
      <Link to={`/orders?${rate.query}`}>{said}</Link>
      <span className="of">{w.of(number(rate.n), rate.of)}</span>
    </span>
  );
}
