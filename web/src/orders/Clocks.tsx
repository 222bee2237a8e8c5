/** An order's clocks, each with its explanation on demand. */
import { useState } from "react";
import type { Clock, Order } from "../api/types";
import { useCity } from "../city/city";
import { useWords } from "../words";
import { clocks as names, pauseReasons } from "../words/codes";
import { Due, Time } from "../words/Time";
import { exact, limit } from "../words/time";
import { orderWords } from "./words";

const ORDER = ["citizen", "triage", "owner", "sign", "contact", "handling", "dispute", "callback"];

export function Clocks({ order }: { order: Order }) {
  const w = useWords(orderWords);
  const sorted = [...order.clocks].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.part - b.part,
  );
  const several = (clock: Clock) => order.clocks.filter((other) => other.kind === clock.kind).length > 1;
  const lines = (stopped: boolean) =>
    sorted
      .filter((clock) => (clock.stopped != null) === stopped)
      .map((clock) => (
        <ClockLine
          key={`${clock.kind}${clock.part}`}
          clock={clock}
          unit={several(clock) ? order.parts.find(({ no }) => no === clock.part)?.unit : undefined}
        />
      ));
  const done = lines(true);
  return (
    <div>
      {lines(false)}
      {done.length > 0 && (
        <details open={order.closed_at != null}>
          <summary className="quiet">{w.clocksDone(done.length)}</summary>
          {done}
        </details>
      )}
    </div>
  );
}

/** Where several units have a clock of the kind, `unit` says whose it is. */
function ClockLine({ clock, unit }: { clock: Clock; unit: string | undefined }) {
  const w = useWords(orderWords);
  const name = useWords(names);
  const reason = useWords(pauseReasons);
  const city = useCity();
  const [why, setWhy] = useState(false);
  return (
    <div>
      <div className="clock-line">
        <span>
          {name[clock.kind]} {unit && <small className="quiet">{city.unit(unit)}</small>}
        </span>
        <Standing clock={clock} />
        <button type="button" className="link small" onClick={() => setWhy(!why)} aria-expanded={why}>
          {w.clockWhy}
        </button>
      </div>
      {why && (
        <dl className="facts small">
          <dt>{w.clockStarted}</dt>
          <dd>{exact(clock.started)}</dd>
          <dt>{w.clockLimit}</dt>
          <dd>{clock.limit ? limit(clock.limit) : "—"}</dd>
          {clock.changes.map((change, i) => (
            <ChangeLine key={i} at={exact(change.at)}>
              {change.change === "paused"
                ? w.changePaused(reason[change.reason])
                : change.change === "extended"
                  ? w.changeExtended(limit(change.by))
                  : change.change === "reset"
                    ? w.changeReset(limit(change.limit))
                    : change.change === "resumed"
                      ? w.changeResumed
                      : w.changeRestarted}
            </ChangeLine>
          ))}
          {clock.due != null && (
            <>
              <dt>{w.clockDue}</dt>
              <dd>{exact(clock.due)}</dd>
            </>
          )}
          {clock.stopped != null && (
            <>
              <dt>{w.clockStopped}</dt>
              <dd>{exact(clock.stopped)}</dd>
            </>
          )}
        </dl>
      )}
    </div>
  );
}

function ChangeLine({ at, children }: { at: string; children: string }) {
  return (
    <>
      <dt>{at}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Where a clock stands. */
function Standing({ clock }: { clock: Clock }) {
  const w = useWords(orderWords);
  if (clock.stopped != null)
    return (
      <span className="quiet">
        {w.clockStopped} <Time at={clock.stopped} show="exact" />{" "}
        {clock.due != null && (
          <span className={`badge ${clock.late ? "late" : "good"}`}>
            {clock.late ? w.clockLate : w.clockOnTime}
          </span>
        )}
      </span>
    );
  if (clock.paused != null) return <span className="badge soon">{w.clockPaused}</span>;
  if (clock.due != null)
    return (
      <span>
        <Due at={clock.due} warnFrom={clock.warn_at[0] ?? null} />
      </span>
    );
  return <span className="quiet">{clock.limit === "by law" ? w.byLaw : w.clockRunning}</span>;
}
