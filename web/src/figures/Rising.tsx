/** What rises: a matter, the last seven days against the usual, with its course. */
import { Empty } from "antd";
import { Link } from "react-router";
import { useCity } from "../city/city";
import { useWords } from "../words";
import type { Rise } from "./figures";
import { number } from "./numbers";
import { Sparkline } from "./Sparkline";
import { figureWords } from "./words";

export function Rising({ rising }: { rising: readonly Rise[] }) {
  const w = useWords(figureWords);
  const city = useCity();
  return (
    <section className="block figure-block" aria-label={w.rising}>
      <h2>{w.rising}</h2>
      <p className="quiet small">{w.risingHelp}</p>
      {!rising.length ? (
        <Empty description={w.noRising} />
      ) : (
        <div className="scroll-x">
          <table className="figures-table">
            <thead>
              <tr>
                <th scope="col">{w.matter}</th>
                <th scope="col" className="figure">
                  {w.last7}
                </th>
                <th scope="col" className="figure">
                  {w.usually}
                </th>
                <th scope="col" className="figure">
                  {w.more}
                </th>
                <th scope="col">{w.course}</th>
              </tr>
            </thead>
            <tbody>
              {rising.map((rise) => (
                <tr key={rise.matter}>
                  <th scope="row">
                    <Link to={`/orders?${rise.query}`}>{city.matter(rise.matter)}</Link>
                  </th>
                  <td className="figure strong">{rise.count}</td>
                  <td className="figure">{number(rise.usual)}</td>
                  <td className="figure nowrap">
                    +{number(Math.max(0, rise.count - rise.usual))}{" "}
                    <span className="quiet small">
                      {rise.times == null ? w.fresh : w.times(number(rise.times))}
                    </span>
                  </td>
                  <td>
                    <Sparkline days={rise.days} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
