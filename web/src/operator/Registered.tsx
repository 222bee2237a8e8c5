/** It is done: number and code, big, to be read out; the next call with one key. */
import { Alert, Button } from "antd";
import { Link } from "react-router";
import { Key, useKeys } from "../shell/keys";
import { useProblemWords } from "../api/useProblem";
import { useWords } from "../words";
import { duration } from "../words/time";
import type { Ended } from "./Ending";
import { operatorWords } from "./words";

/** What came of a call. */
export interface Finished {
  number: string;
  code: string;
  ended: Ended;
  /** Why the act after registration failed. */
  problem: unknown;
  /** How long it took, in milliseconds. */
  took: number | null;
}

export function Registered({
  finished,
  busy,
  onNext,
  onRetry,
}: {
  finished: Finished;
  busy: boolean;
  onNext: () => void;
  onRetry: () => void;
}) {
  const w = useWords(operatorWords);
  const say = useProblemWords();
  const { number, code, ended, problem, took } = finished;
  useKeys([{ keys: ["n", "Enter"], does: w.next, run: onNext }]);
  return (
    <section className="block registered" aria-labelledby="registered" aria-live="assertive">
      <h2 id="registered">
        {w.registered}
        {problem === null && ` · ${w.done[ended.how]}`}
      </h2>
      <dl>
        <dt>{w.number}</dt>
        <dd className="big number">{inFours(number)}</dd>
        <dt>{w.code}</dt>
        <dd className="big number">{code.split("").join(" ")}</dd>
      </dl>
      <p>{w.readOut}</p>
      {problem !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={w.half}
          description={say(problem)}
          action={
            <Button onClick={onRetry} loading={busy}>
              {w.tryAgain}
            </Button>
          }
        />
      )}
      <div className="buttons">
        <Button type="primary" size="large" onClick={onNext} autoFocus={problem === null}>
          {w.next}
          <Key>Enter</Key>
        </Button>
        <Link to={`/orders/${number}`}>{w.openIt}</Link>
        {took !== null && <span className="quiet">{w.took(duration(took))}</span>}
      </div>
    </section>
  );
}

/** In groups of four: so it is read out, and so it is written down. */
const inFours = (number: string) => number.replace(/(.{4})(?=.)/g, "$1 ");
