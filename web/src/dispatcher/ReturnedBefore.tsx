/** Who returned the order before, on what ground, and what became of it: it is not sent there again. */
import type { Order } from "../api/types";
import { useCity } from "../city/city";
import { bilingual, useWords } from "../words";
import { returnFates, returnReasons } from "../words/codes";
import { Time } from "../words/Time";

const words = bilingual(
  { title: "退过单的单位（不能再派回，除非职责认定）" },
  { title: "Units that returned it (not again, but by a ruling)" },
);

export function ReturnedBefore({ order }: { order: Order }) {
  const w = useWords(words);
  const reason = useWords(returnReasons);
  const fate = useWords(returnFates);
  const city = useCity();
  const judged = order.returns.filter((one) => one.fate !== "open");
  if (!judged.length) return null;
  return (
    <div>
      <h3>{w.title}</h3>
      <ul className="plain">
        {judged.map((one, i) => (
          <li key={i}>
            <strong>{city.unit(one.unit)}</strong> {reason[one.reason]}{" "}
            <span className={`badge ${one.fate === "approved" ? "good" : "soon"}`}>{fate[one.fate]}</span>{" "}
            <span className="quiet small">
              <Time at={one.at} /> {one.suggests && `→ ${city.unit(one.suggests)}`}
            </span>
            <blockquote className="said">{one.basis.text}</blockquote>
          </li>
        ))}
      </ul>
    </div>
  );
}
