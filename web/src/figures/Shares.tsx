/** What comes through which channel, about what: bars in a list, each a way to its orders. */
import { Link } from "react-router";
import { number } from "./numbers";

export interface Share {
  key: string;
  name: string;
  n: number;
  query: string;
}

/** So many are shown; the rest are too small to say something. */
const MOST = 10;

export function Shares({ title, shares }: { title: string; shares: readonly Share[] }) {
  const sorted = [...shares].sort((a, b) => b.n - a.n).slice(0, MOST);
  const most = Math.max(1, ...sorted.map(({ n }) => n));
  return (
    <section className="block figure-block" aria-label={title}>
      <h2>{title}</h2>
      <ol className="plain shares">
        {sorted.map((share) => (
          <li key={share.key}>
            <Link to={`/orders?${share.query}`}>{share.name}</Link>
            <span className="share-bar" aria-hidden>
              <span style={{ width: `${(100 * share.n) / most}%` }} />
            </span>
            <span className="number">{number(share.n)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
