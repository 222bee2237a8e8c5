/** The questions, as they are read out; a digit answers and goes on. */
import { Button } from "antd";
import { useState, type FormEvent } from "react";
import type { CallOutcome, Grievance, Satisfaction, Solved } from "../api/types";
import { Choice, Choices, optionsOf } from "../shell/Choice";
import { Key, useKeys } from "../shell/keys";
import { useWords } from "../words";
import { callOutcomes, grievances, satisfactions, solved } from "../words/codes";
import { callbackWords } from "./words";

/** What came of a call. */
export interface Asked {
  outcome: CallOutcome;
  answers: { contacted: boolean; solved: Solved; satisfied: Satisfaction; reasons: Grievance[] } | null;
}

interface Props {
  busy: boolean;
  /** Whether “solved” closes the order at once. */
  closes: boolean;
  onSave: (asked: Asked) => void;
}

export function Questions({ busy, closes, onSave }: Props) {
  const w = useWords(callbackWords);
  const outcomes = useWords(callOutcomes);
  const isSolved = useWords(solved);
  const isSatisfied = useWords(satisfactions);
  const why = useWords(grievances);
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  const [contacted, setContacted] = useState<"yes" | "no" | null>(null);
  const [isItSolved, setSolved] = useState<Solved | null>(null);
  const [satisfied, setSatisfied] = useState<Satisfaction | null>(null);
  const [reasons, setReasons] = useState<Grievance[]>([]);
  const reached = outcome === "reached";
  const unhappy =
    contacted === "no" || isItSolved === "no" || satisfied === "bad" || satisfied === "very_bad";
  const ready = reached ? !!(contacted && isItSolved && satisfied) : outcome !== null;

  function save() {
    if (!outcome || !ready || busy) return;
    onSave({
      outcome,
      answers:
        reached && contacted && isItSolved && satisfied
          ? { contacted: contacted === "yes", solved: isItSolved, satisfied, reasons: unhappy ? reasons : [] }
          : null,
    });
  }
  useKeys([{ keys: "Ctrl+Enter", does: w.save, typing: true, run: save }]);
  return (
    <form
      className="stack"
      data-told
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
    >
      <Choice
        label={w.outcome}
        options={optionsOf(outcomes)}
        value={outcome}
        onChange={setOutcome}
        autoFocus
      />
      {outcome === "declined" && <p className="quiet">{w.declinedNote}</p>}
      {outcome === "wrong_number" && <p className="quiet">{w.wrongNote}</p>}
      {reached && (
        <>
          <Choice
            label={w.contacted}
            options={[
              { value: "yes", label: w.yes },
              { value: "no", label: w.no },
            ]}
            value={contacted}
            onChange={setContacted}
          />
          <Choice label={w.solved} options={optionsOf(isSolved)} value={isItSolved} onChange={setSolved} />
          <Choice
            label={w.satisfied}
            options={optionsOf(isSatisfied)}
            value={satisfied}
            onChange={setSatisfied}
          />
          {unhappy && (
            <Choices
              label={w.why}
              help={w.whyHelp}
              options={optionsOf(why)}
              value={reasons}
              onChange={setReasons}
            />
          )}
          {ready && <p className="script">{w.closing}</p>}
        </>
      )}
      <div>
        <Button className="go" type="primary" size="large" htmlType="submit" disabled={!ready} loading={busy}>
          {reached && closes && isItSolved === "yes" ? w.saveClose : reached ? w.save : w.saveNext}
          <Key>Ctrl+Enter</Key>
        </Button>
      </div>
    </form>
  );
}
