/**
 * A callback, step by step: the reply on one side, the questions on the other.
 * Each answer is one key. What the citizen says is recorded as they say it.
 */
import { PhoneOutlined } from "@ant-design/icons";
import { Alert, Button, Empty, Skeleton } from "antd";
import { useState, type ReactNode } from "react";
import { ActBar } from "../acts/ActBar";
import { ActForm } from "../acts/ActForm";
import { formOf } from "../acts/forms";
import { ask } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { Answer, OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { useOrder } from "../orders/useOrders";
import { Key, useKeys } from "../shell/keys";
import { useWords } from "../words";
import { callOutcomes, conclusions, grievances, stages } from "../words/codes";
import { Time, useNow } from "../words/Time";
import { Questions, type Asked } from "./Questions";
import { turnsOf, worstSaid, type Turn } from "./turns";
import { useCallRule } from "./useCallRule";
import { useRecord } from "./useRecord";
import { callbackWords } from "./words";

interface Props {
  number: string;
  /** On to the next order of the list; null when this is the last. */
  onNext: (() => void) | null;
}

export function CallSheet({ number, onNext }: Props) {
  const w = useWords(callbackWords);
  const order = useOrder(number);
  const say = useProblemWords();
  const rule = useCallRule();
  useKeys([{ keys: "n", does: w.next, run: () => onNext?.(), when: onNext !== null }]);
  if (order.error) return <Empty className="order-view" description={say(order.error)} />;
  if (!order.data || !rule) return <Skeleton active className="order-view" />;
  const page = order.data;
  const turns = turnsOf(page.order, rule);
  return (
    <article className="order-view call-sheet">
      <Head page={page} />
      <div className="call-columns">
        <div className="stack">
          <WhatWasSaid page={page} />
        </div>
        <div className="stack">
          <CallEveryone page={page} turns={turns} most={rule.attempts} onNext={onNext} />
        </div>
      </div>
      <section>
        <h2>{w.keep}</h2>
        <ActBar page={page} />
      </section>
    </article>
  );
}

function Head({ page: { order } }: { page: OrderPage }) {
  const stage = useWords(stages);
  return (
    <header className="order-head">
      <h1>{order.appeals[0]?.title.text}</h1>
      <div className="line">
        <span className="badge accent">{stage[order.stage]}</span>
        <span className="quiet number small">{order.number}</span>
      </div>
    </header>
  );
}

/** What was asked for, and what the unit answered: it is talked about now. */
function WhatWasSaid({ page: { order } }: { page: OrderPage }) {
  const w = useWords(callbackWords);
  const conclusion = useWords(conclusions);
  const city = useCity();
  const reply = order.replies.at(-1);
  const [appeal] = order.appeals;
  return (
    <>
      <section>
        <h2>{w.reply}</h2>
        {reply ? (
          <>
            <p className="quiet small">
              {city.unit(reply.by.unit)} · {w.conclusion}：{conclusion[reply.conclusion]}
            </p>
            <div className="pre appeal-text">{reply.public.text}</div>
          </>
        ) : (
          <p className="quiet">{w.noReply}</p>
        )}
      </section>
      <section>
        <h2>{w.asked}</h2>
        <div className="pre">{appeal?.content.text}</div>
        {appeal?.demand && (
          <p>
            <strong>{w.wanted}：</strong>
            {appeal.demand.text}
          </p>
        )}
      </section>
    </>
  );
}

/** Everybody of the order, whose turn it is, and the call itself. */
function CallEveryone({
  page,
  turns,
  most,
  onNext,
}: {
  page: OrderPage;
  turns: Turn[];
  most: number;
  onNext: Props["onNext"];
}) {
  const w = useWords(callbackWords);
  const now = useNow();
  const open = turns.filter(({ state }) => state === "to_call");
  const due = open.find(({ from }) => from === null || from <= now) ?? open[0];
  const [chosen, setChosen] = useState<number | null>(null);
  const turn = open.find(({ appeal }) => appeal === chosen) ?? due;
  if (page.order.stage !== "callback") return <Done text={w.gone} onNext={onNext} />;
  return (
    <>
      {turns.length > 1 && <Citizens page={page} turns={turns} chosen={turn?.appeal} onChoose={setChosen} />}
      {turn ? (
        <OneCall
          key={`${turn.appeal} ${turn.calls.length}`}
          page={page}
          turn={turn}
          most={most}
          last={open.length === 1}
          onNext={onNext}
        />
      ) : (
        <WrapUp page={page} called={turns.some(({ calls }) => calls.length > 0)} onNext={onNext} />
      )}
    </>
  );
}

/** The citizens of a merged order: each is asked once. */
function Citizens({
  page,
  turns,
  chosen,
  onChoose,
}: {
  page: OrderPage;
  turns: Turn[];
  chosen: number | undefined;
  onChoose: (appeal: number) => void;
}) {
  const w = useWords(callbackWords);
  const states = {
    to_call: w.toCall,
    answered: w.answered,
    called_out: w.calledOut,
    wants_none: w.wantsNone,
  };
  return (
    <section>
      <h2>{w.citizens}</h2>
      <ul className="plain citizens">
        {turns.map(({ appeal, state }) => (
          <li key={appeal}>
            <button
              type="button"
              aria-pressed={appeal === chosen}
              disabled={state !== "to_call"}
              onClick={() => onChoose(appeal)}
            >
              {w.citizen(appeal + 1, page.callers.find((one) => one.appeal === appeal)?.name)}
            </button>
            <span
              className={state === "answered" ? "badge good" : state === "to_call" ? "badge soon" : "badge"}
            >
              {states[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One call: dial, ask, record. */
function OneCall({
  page,
  turn,
  most,
  last,
  onNext,
}: {
  page: OrderPage;
  turn: Turn;
  most: number;
  /** Nobody else of this order is to be called. */
  last: boolean;
  onNext: Props["onNext"];
}) {
  const w = useWords(callbackWords);
  const city = useCity();
  const outcomes = useWords(callOutcomes);
  const say = useProblemWords();
  const now = useNow();
  const record = useRecord(page);
  const mayClose = useMayClose();
  const [call, setCall] = useState<Answer<"caller_back_call"> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const early = turn.from !== null && turn.from > now;
  const canCall = page.calling !== "no";

  async function dial() {
    try {
      const question = { appeal: turn.appeal, reason: w.dialReason };
      setCall(await ask(`/api/caller-back/orders/${page.order.number}/calls`, question));
      setProblem(null);
    } catch (error) {
      setProblem(say(error));
    }
  }
  async function save({ outcome, answers }: Asked) {
    setBusy(true);
    try {
      const closes = mayClose && last && agreed(page) && answers?.solved === "yes";
      await record({ appeal: turn.appeal, outcome, answers }, closes);
      setProblem(null);
      // Who was not reached is tried again another time: on to the next.
      if (outcome !== "reached") onNext?.();
    } catch (error) {
      setProblem(say(error));
    } finally {
      setBusy(false);
    }
  }
  useKeys([{ keys: "c", does: w.dial, run: () => void dial(), when: canCall && !early && call === null }]);
  return (
    <section className="stack">
      <div className="row-between">
        <strong>{w.attemptsOf(turn.calls.length + 1, most)}</strong>
        {turn.from !== null && (
          <span className="quiet small">
            {w.nextAfter} <Time at={turn.from} show="both" />
          </span>
        )}
      </div>
      {turn.calls.length > 0 && (
        <p className="quiet small">
          {w.lastTimes}：
          {turn.calls.map(({ at, outcome }) => (
            <span key={at}>
              <Time at={at} show="exact" /> {outcomes[outcome]}；
            </span>
          ))}
        </p>
      )}
      {early && <Alert type="info" showIcon title={w.tooSoon} />}
      {call ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={call.phone ? w.dialNumber(call.phone) : w.dialing}
        />
      ) : (
        <div className="buttons">
          <Button
            type="primary"
            size="large"
            icon={<PhoneOutlined aria-hidden />}
            disabled={!canCall || early}
            onClick={() => void dial()}
          >
            {w.dial}
            <Key>c</Key>
          </Button>
          {onNext && (
            <Button size="large" onClick={onNext}>
              {w.next}
              <Key>n</Key>
            </Button>
          )}
          {!canCall && <span className="quiet">{w.noCall}</span>}
        </div>
      )}
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {(call !== null || !canCall) && (
        <>
          <p className="script">{w.opening(city.data.name)}</p>
          <Questions
            busy={busy}
            closes={mayClose && last && agreed(page)}
            onSave={(asked) => void save(asked)}
          />
        </>
      )}
    </section>
  );
}

/** People of contractors ask, but do not close. */
const useMayClose = () => !useMe().outsourced;

/** Whether everybody who was asked so far says that it is solved. */
const agreed = (page: OrderPage) => [null, "yes"].includes(worstSaid(page.order));

/** Everybody was asked: it is closed, or done again. */
function WrapUp({ page, called, onNext }: { page: OrderPage; called: boolean; onNext: Props["onNext"] }) {
  const w = useWords(callbackWords);
  const solved = worstSaid(page.order);
  const why = [...new Set(page.order.callbacks.flatMap(({ answers }) => answers?.reasons ?? []))];
  const grievance = useWords(grievances);
  const words = why.map((one) => grievance[one]).join("、");
  const fine = solved === "yes" || (solved === null && !called);
  const [act, setAct] = useState<"close" | "redo">(fine || solved === null ? "close" : "redo");
  const form = formOf(act);
  const mayClose = useMayClose();
  if (!mayClose) return <Done text={w.othersClose} onNext={onNext} />;
  const preset =
    act === "redo"
      ? { reason: w.redoPreset(words || (solved === "partly" ? w.partly : w.unsolved)) }
      : { unresolved: fine ? null : solved === null ? "unreachable" : "objective" };
  return (
    <section className="stack">
      <h2>{w.wrapUp}</h2>
      <p>
        {solved === null && called ? w.notAnswered : null}
        {!called && w.nobody}
      </p>
      {!fine && solved !== null && (
        <div className="tabs">
          {(["redo", "close"] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === act} onClick={() => setAct(one)}>
              {w[one]}
            </button>
          ))}
        </div>
      )}
      {form && <ActForm key={act} form={form} page={page} preset={preset} onDone={() => onNext?.()} />}
    </section>
  );
}

function Done({ text, onNext }: { text: ReactNode; onNext: Props["onNext"] }) {
  const w = useWords(callbackWords);
  return (
    <div className="stack">
      <Alert type="success" showIcon title={text} role="status" />
      {onNext ? (
        <div>
          <Button type="primary" size="large" onClick={onNext} autoFocus>
            {w.next}
            <Key>n</Key>
          </Button>
        </div>
      ) : (
        <p className="quiet">{w.lastNote}</p>
      )}
    </div>
  );
}
