/** Today's figures, each beside yesterday's and the usual. */
import { Link } from "react-router";
import { useWords } from "../words";
import { clock } from "../words/time";
import type { Figure, Figures } from "./figures";
import { number } from "./numbers";
import { figureHelp, figureNames, figureWords } from "./words";

/** What is bad when it is not nothing. */
const BAD = new Set(["late", "citizens_over", "became_late"]);

export function Tiles({ figures }: { figures: Figures }) {
  const w = useWords(figureWords);
  return (
    <section aria-label={w.today}>
      <div className="tiles">
        {figures.today.map((figure) => (
          <Tile key={figure.figure} figure={figure} at={clock(figures.at)} />
        ))}
      </div>
      <p className="quiet small">{w.newDay}</p>
    </section>
  );
}

function Tile({ figure, at }: { figure: Figure; at: string }) {
  const w = useWords(figureWords);
  const name = useWords(figureNames)[figure.figure];
  const help = useWords(figureHelp)[figure.figure];
  const bad = BAD.has(figure.figure) && figure.count > 0;
  return (
    <div className={`tile ${bad ? "bad" : ""}`}>
      <span className="tile-name">{name}</span>
      {figure.count > 0 ? (
        <Link
          className="tile-count"
          to={`/orders?${figure.query}`}
          aria-label={w.list(name, number(figure.count))}
        >
          {number(figure.count)}
        </Link>
      ) : (
        <span className="tile-count">{number(figure.count)}</span>
      )}
      <span className="quiet small">{help ?? w.soFar(at)}</span>
      <span className="small">
        {figure.yesterday != null && <span>{w.yesterday(number(figure.yesterday))}</span>}
        {figure.usual != null && <span> · {w.usual(number(figure.usual))}</span>}
      </span>
    </div>
  );
}
