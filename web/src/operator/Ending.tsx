/** How a call ends other than by acceptance: answered, refused with the lawful route, handed over, to be completed. */
import { Button, Input } from "antd";
import { useState, type FormEvent } from "react";
import { ROUTES } from "../acts/forms/intake";
import type { EmergencyLine, Route, Unacceptable } from "../api/types";
import { useMe } from "../me/me";
import { Key, useKeys } from "../shell/keys";
import { useWords } from "../words";
import { emergencyLines, routes, unacceptables } from "../words/codes";
import { Choice, optionsOf } from "../shell/Choice";
import { goOn } from "../shell/goOn";
import type { Intake, Proposed } from "./intake";
import { lawfulRoutes } from "./lawfulRoutes";
import { Labelled } from "./StoryForm";
import { operatorWords } from "./words";

/** How it ends, with what is said; the noun and body of the act that follows registration. */
export type Ended =
  | { how: "accept" }
  | { how: "leave" }
  | { how: "merge"; into: string }
  | { how: "answer"; answer: string }
  | { how: "refuse"; reason: Unacceptable; route: Route; explanation: string }
  | { how: "transfer"; line: EmergencyLine; note: string }
  | { how: "more"; question: string };

/** Those that have a form. */
export type EndingForm = "answer" | "refuse" | "transfer" | "more";

interface Props {
  form: EndingForm;
  intake: Intake;
  proposed: Proposed;
  busy: boolean;
  onEnd: (ended: Ended) => void;
  onBack: () => void;
}

export function Ending(props: Props) {
  switch (props.form) {
    case "answer":
      return <AnswerAtOnce {...props} />;
    case "refuse":
      return <Refusal {...props} />;
    case "transfer":
      return <Transfer {...props} />;
    case "more":
      return <More {...props} />;
  }
}

function AnswerAtOnce({ intake: { article }, busy, onEnd, onBack }: Props) {
  const w = useWords(operatorWords);
  const [answer, setAnswer] = useState(article ? `${article.body}\n${w.source}：${article.source}` : "");
  return (
    <Sheet
      title={w.answer}
      go={w.answerGo}
      busy={busy}
      onBack={onBack}
      ready={!!answer.trim()}
      onGo={() => onEnd({ how: "answer", answer })}
    >
      {(tried) => (
        <Said
          label={w.answerText}
          help={w.answerHelp}
          value={answer}
          onChange={setAnswer}
          rows={7}
          tried={tried}
        />
      )}
    </Sheet>
  );
}

function Refusal({ busy, onEnd, onBack }: Props) {
  const w = useWords(operatorWords);
  const { role } = useMe();
  const reasons = useWords(unacceptables);
  const ways = useWords(routes);
  const cards = useWords(lawfulRoutes);
  const [reason, setReason] = useState<Unacceptable | null>(null);
  const [route, setRoute] = useState<Route | null>(null);
  const [explanation, setExplanation] = useState("");
  // 济南条例 42: to call somebody a nuisance is not for the person who was annoyed.
  const offered = optionsOf(reasons).filter(({ value }) => value !== "R10" || role === "shift_leader");
  const fitting = (reason && ROUTES[reason]) ?? Object.keys(ways);
  const told = cards as Record<string, string>;
  const choose = (way: Route) => {
    // What was changed by hand is not overwritten.
    if (!explanation || Object.values(told).includes(explanation)) setExplanation(told[way] ?? "");
    setRoute(way);
  };
  return (
    <Sheet
      title={w.refuse}
      go={w.refuseGo}
      danger
      busy={busy}
      onBack={onBack}
      ready={!!(reason && route && explanation.trim())}
      onGo={() => reason && route && onEnd({ how: "refuse", reason, route, explanation })}
    >
      {(tried) => (
        <>
          <Choice
            label={w.refuseReason}
            help={role === "shift_leader" ? undefined : w.refuseHarass}
            options={offered}
            value={reason}
            tall
            autoFocus
            missing={tried && !reason ? w.needChoice : undefined}
            onChange={(value) => {
              setReason(value);
              const [only, more] = ROUTES[value] ?? [];
              if (only && !more) choose(only as Route);
              else setRoute(null);
            }}
          />
          {reason && (
            <Choice
              label={w.refuseRoute}
              options={optionsOf(ways).filter(({ value }) => fitting.includes(value))}
              value={route}
              missing={tried && !route ? w.needChoice : undefined}
              onChange={choose}
            />
          )}
          <Said
            label={w.refuseText}
            help={w.refuseHelp}
            value={explanation}
            onChange={setExplanation}
            rows={5}
            tried={tried}
            focused={false}
          />
        </>
      )}
    </Sheet>
  );
}

function Transfer({ intake, proposed, busy, onEnd, onBack }: Props) {
  const w = useWords(operatorWords);
  const lines = useWords(emergencyLines);
  const [line, setLine] = useState<EmergencyLine | null>(proposed.danger?.line ?? null);
  const [note, setNote] = useState(intake.story.trim() && w.transferPreset(intake.story.trim()));
  return (
    <Sheet
      title={w.transfer}
      go={w.transferGo}
      danger
      busy={busy}
      onBack={onBack}
      ready={!!(line && note.trim())}
      onGo={() => line && onEnd({ how: "transfer", line, note })}
    >
      {(tried) => (
        <>
          <Choice
            label={w.transferLine}
            options={optionsOf(lines)}
            value={line}
            onChange={setLine}
            autoFocus
            missing={tried && !line ? w.needChoice : undefined}
          />
          <Said
            label={w.transferText}
            value={note}
            onChange={setNote}
            rows={3}
            tried={tried}
            focused={false}
          />
        </>
      )}
    </Sheet>
  );
}

function More({ busy, onEnd, onBack }: Props) {
  const w = useWords(operatorWords);
  const [question, setQuestion] = useState("");
  return (
    <Sheet
      title={w.more}
      go={w.moreGo}
      busy={busy}
      onBack={onBack}
      ready={!!question.trim()}
      onGo={() => onEnd({ how: "more", question })}
    >
      {(tried) => (
        <Said
          label={w.moreText}
          help={w.moreHelp}
          value={question}
          onChange={setQuestion}
          rows={3}
          tried={tried}
        />
      )}
    </Sheet>
  );
}

/** The frame of an ending: Ctrl+Enter does it, Esc goes back to the form. */
function Sheet({
  title,
  go,
  danger = false,
  busy,
  ready,
  onGo,
  onBack,
  children,
}: {
  title: string;
  go: string;
  danger?: boolean;
  busy: boolean;
  ready: boolean;
  onGo: () => void;
  onBack: () => void;
  children: (tried: boolean) => React.ReactNode;
}) {
  const w = useWords(operatorWords);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (ready && !busy) onGo();
  };
  useKeys(
    [
      { keys: "Ctrl+Enter", does: go, typing: true, run: submit },
      { keys: "Escape", does: w.back, typing: true, run: onBack },
    ],
    { modal: true },
  );
  return (
    <form
      className="block stack ending"
      aria-label={title}
      data-told
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{title}</h2>
      {children(tried)}
      <div className="buttons">
        <Button className="go" type="primary" danger={danger} htmlType="submit" loading={busy} size="large">
          {go}
          <Key>Ctrl+Enter</Key>
        </Button>
        <Button size="large" onClick={onBack}>
          {w.back}
          <Key>Escape</Key>
        </Button>
      </div>
    </form>
  );
}

function Said({
  label,
  help,
  value,
  onChange,
  rows,
  tried,
  focused = true,
}: {
  label: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  tried: boolean;
  focused?: boolean;
}) {
  const w = useWords(operatorWords);
  const lacking = tried && !value.trim();
  return (
    <Labelled label={label} help={help}>
      {(id) => (
        <>
          <Input.TextArea
            id={id}
            value={value}
            maxLength={10_000}
            autoSize={{ minRows: rows, maxRows: 16 }}
            autoFocus={focused}
            status={lacking ? "error" : ""}
            onChange={(e) => onChange(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === "Tab" && !e.shiftKey) {
                e.preventDefault();
                goOn(e.currentTarget);
              }
            }}
          />
          {lacking && <span className="field-missing">{w.needText}</span>}
        </>
      )}
    </Labelled>
  );
}
