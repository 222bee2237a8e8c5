/** 骚扰处置: the steps that are said, each ticked with its digit, then the lawful end of the call. */
import { Alert, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useProblemWords } from "../api/useProblem";
import { Choice, optionsOf } from "../shell/Choice";
import { Key, useKeys } from "../shell/keys";
import { useWords } from "../words";
import { STEPS, useEndCall, type EndingReason, type EndingStep } from "./atTheDesk";
import { deskWords } from "./deskWords";

export function HarassmentScript({ call, onClose }: { call: number | null; onClose: () => void }) {
  const w = useWords(deskWords);
  const say = useProblemWords();
  const end = useEndCall();
  const [reason, setReason] = useState<EndingReason | null>(null);
  const [said, setSaid] = useState<readonly EndingStep[]>([]);
  const [count, setCount] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  // Nobody is cut off unwarned, but where waiting would be dangerous.
  const lawful = reason === "threat" ? said.includes("told") : said.length === STEPS.length;
  const ready = call !== null && reason !== null && lawful;
  useEffect(() => {
    if (count !== null) first.current?.focus();
  }, [count]);

  const tick = (step: EndingStep) =>
    setSaid((before) =>
      STEPS.filter((one) => (one === step ? !before.includes(step) : before.includes(one))),
    );
  async function finish() {
    if (!ready) return;
    try {
      setCount((await end(call, reason, said, w.harass)).count);
    } catch (error) {
      setProblem(say(error));
    }
  }
  useKeys(
    [
      ...STEPS.map((step, i) => ({
        keys: `Alt+${i + 1}`,
        does: w.steps[step],
        typing: true,
        run: () => tick(step),
      })),
      { keys: "Ctrl+Enter", does: w.end, typing: true, run: () => void finish() },
      { keys: "Escape", does: w.close, typing: true, run: onClose },
    ],
    { modal: true },
  );
  return (
    <section className="block stack ending" aria-label={w.harass} data-told>
      <h2>{w.harassTitle}</h2>
      <Choice label={w.reason} options={optionsOf(w.reasons)} value={reason} onChange={setReason} autoFocus />
      <ol className="plain stack script-steps">
        {STEPS.map((step, i) => (
          <li key={step} className="script">
            <p>{w.steps[step]}</p>
            <Button
              aria-pressed={said.includes(step)}
              type={said.includes(step) ? "primary" : "default"}
              onClick={() => tick(step)}
            >
              {said.includes(step) ? `✓ ${w.said}` : w.said}
              <Key>{`Alt+${i + 1}`}</Key>
            </Button>
          </li>
        ))}
      </ol>
      {reason === "threat" && <p>{w.threatNote}</p>}
      <p className="quiet small">{w.harassBasis}</p>
      {call === null && <Alert type="info" showIcon title={w.needCall} />}
      {problem && <Alert type="error" showIcon role="alert" title={problem} />}
      {count !== null && <Alert type="success" showIcon role="status" title={w.ended(count)} />}
      <div className="buttons">
        {count === null && (
          <Button type="primary" danger size="large" disabled={!ready} onClick={() => void finish()}>
            {w.end}
            <Key>Ctrl+Enter</Key>
          </Button>
        )}
        <Button size="large" ref={first} onClick={onClose}>
          {w.close}
          <Key>Escape</Key>
        </Button>
        {!lawful && <span className="quiet small">{w.needSteps}</span>}
      </div>
    </section>
  );
}
