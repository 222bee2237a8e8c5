/** Who handles an order: the lead, the assists, and to whom each handed it down. */
import type { Order, Part } from "../api/types";
import { useCity } from "../city/city";
import { useWords } from "../words";
import { duties, partStates } from "../words/codes";
import { Time, useNow } from "../words/Time";
import { orderWords } from "./words";

export function Parts({ order }: { order: Order }) {
  const w = useWords(orderWords);
  if (!order.parts.length) return <p className="quiet">{w.noParts}</p>;
  const current = order.parts.filter((part) => part.state !== "returned");
  const returned = order.parts.filter((part) => part.state === "returned");
  return (
    <>
      {[...current, ...returned].map((part) => (
        <PartView key={part.no} part={part} />
      ))}
    </>
  );
}

function PartView({ part }: { part: Part }) {
  const w = useWords(orderWords);
  const duty = useWords(duties);
  const state = useWords(partStates);
  const city = useCity();
  const now = useNow();
  return (
    <div className={`part ${part.duty}`}>
      <strong>{city.unit(part.unit)}</strong> <span className="badge">{duty[part.duty]}</span>{" "}
      <span className={`badge ${part.state === "done" ? "good" : part.state === "returned" ? "soon" : ""}`}>
        {state[part.state]}
      </span>
      {part.task && (
        <div>
          {w.task}：{part.task.text ?? w.erased}
        </div>
      )}
      <div className="small quiet">
        {part.signed_at != null && (
          <>
            {part.by_silence ? w.bySilence : w.signedAt} <Time at={part.signed_at} show="exact" />{" "}
          </>
        )}
        {part.contacted_at != null && (
          <>
            · {w.contactedAt} <Time at={part.contacted_at} show="exact" />
          </>
        )}
        {part.contacted_at == null && part.duty === "lead" && part.state === "handling" && (
          <span className="badge soon">{w.notContacted}</span>
        )}
        {part.state === "awaiting_sign" && !part.bound && part.return_until > now && (
          <>
            {w.returnUntil} <Time at={part.return_until} show="both" />
          </>
        )}
        {part.bound && <> {w.bound}</>}
      </div>
      {part.handed_down.map((unit, i) => (
        <div className="part" key={i}>
          ↳ {city.unit(unit)}
        </div>
      ))}
    </div>
  );
}
