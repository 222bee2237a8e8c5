/** The units that a dispatch may go to: what lies with each now, and what keeps the order from it. */
import { Button } from "antd";
import { useCity } from "../city/city";
import { Key } from "../shell/keys";
import { bilingual, useWords } from "../words";
import { obstacles } from "../words/duties";
import type { Standing } from "./useProposals";

const words = bilingual(
  {
    title: "可考虑的单位",
    open: (n: string) => `在办 ${n}`,
    today: (n: string) => `今天到期 ${n}`,
    late: (n: string) => `超期 ${n}`,
    to: "派给它",
    choose: (unit: string) => `派给${unit}，写明理由`,
  },
  {
    title: "Units to think of",
    open: (n: string) => `${n} open`,
    today: (n: string) => `${n} due today`,
    late: (n: string) => `${n} late`,
    to: "Choose",
    choose: (unit: string) => `Dispatch to ${unit}, with a reason`,
  },
);

/** The server counts so far. */
const MOST = 1000;
const counted = (n: number) => (n >= MOST ? `${MOST}+` : String(n));

interface Props {
  units: readonly Standing[];
  /** The number key that chooses it; 0 for none. */
  keyOf: (unit: string) => number;
  onChoose: (unit: string) => void;
}

export function Units({ units, keyOf, onChoose }: Props) {
  const w = useWords(words);
  const obstacle = useWords(obstacles);
  const city = useCity();
  if (!units.length) return null;
  return (
    <div>
      <h3>{w.title}</h3>
      <ul className="plain">
        {units.map(({ unit, obstacles: found, load }) => {
          const key = keyOf(unit);
          return (
            <li key={unit} className="row-between">
              <span>
                <strong>{city.unit(unit)}</strong>{" "}
                {found.map((one) => (
                  <span key={one}>
                    <span className="badge late">{obstacle[one]}</span>{" "}
                  </span>
                ))}
                <span className="quiet small">
                  {w.open(counted(load.open))} · {w.today(counted(load.due_today))}
                  {load.overdue > 0 && ` · ${w.late(counted(load.overdue))}`}
                </span>
              </span>
              {key > 0 && !found.length && (
                <Button size="small" aria-label={w.choose(city.unit(unit))} onClick={() => onChoose(unit)}>
                  {w.to} {key < 10 && <Key>{String(key)}</Key>}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
