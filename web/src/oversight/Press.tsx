/**
 * Pressing for an order: what was done so far, and the next step of the ladder
 * (催办 → 书面督办 → … → 移送问责), each with a form whose wording follows from what is wrong.
 */
import { Button } from "antd";
import { useState } from "react";
import { ActForm } from "../acts/ActForm";
import { draftOf, dropDraft } from "../acts/drafts";
import type { Values } from "../acts/form";
import { formOf } from "../acts/forms";
import { refusalOf } from "../acts/can";
import type { ActName, OrderPage, Supervision } from "../api/types";
import { useMe } from "../me/me";
import { useSettings } from "../shell/settings";
import { useWords } from "../words";
import { supervisions } from "../words/codes";
import { Time, useNow } from "../words/Time";
import { situationName, situationsOf, wording, type Situation } from "./situation";
import { oversightWords } from "./words";
import "./oversight.css";

/** The ladder, rising (domain: `Supervision`). */
const GRADES: readonly Supervision[] = [
  "written",
  "on_site",
  "special",
  "interview",
  "notice",
  "escalation",
  "discipline",
];
/** How long a unit has for its answer when nobody says otherwise. */
const WITHIN = "2 working days";

export function Press({ page }: { page: OrderPage }) {
  const w = useWords(oversightWords);
  const grade = useWords(supervisions);
  const [act, setAct] = useState<ActName | null>(null);
  const { order } = page;
  const last = order.supervisions.at(-1);
  const next = GRADES[last ? GRADES.indexOf(last.grade) + 1 : 0];
  const may = (name: ActName) => page.acts.includes(name) && !refusalOf(page, name);
  const pressed = order.closed_at == null && order.parts.length > 0;
  return (
    <section className="block stack press" aria-label={w.press}>
      <h2>{w.press}</h2>
      <Ladder page={page} />
      {!pressed && <p className="quiet">{w.pressLater}</p>}
      {pressed && act === null && (
        <div className="buttons">
          {may("remind") && <Button onClick={() => setAct("remind")}>{w.remind}</Button>}
          {may("supervise") &&
            (next ? (
              <Button onClick={() => setAct("supervise")}>{w.next(grade[next])}</Button>
            ) : (
              <span className="quiet">{w.top}</span>
            ))}
          {may("redo") && order.replies.length > 0 && (
            <Button onClick={() => setAct("redo")}>{w.redo}</Button>
          )}
        </div>
      )}
      {pressed && act !== null && (
        <Worded
          key={act}
          act={act}
          page={page}
          more={act === "supervise" && next ? { grade: next, within: WITHIN } : {}}
          onDone={() => setAct(null)}
        />
      )}
    </section>
  );
}

/** What was done so far: reminders, and each supervision with its answer. */
function Ladder({ page: { order } }: { page: OrderPage }) {
  const w = useWords(oversightWords);
  const grade = useWords(supervisions);
  const now = useNow();
  return (
    <ul className="plain" aria-label={w.ladder}>
      <li className={order.reminders ? "" : "quiet"}>
        {order.reminders ? w.reminded(order.reminders) : w.neverReminded}
      </li>
      {!order.supervisions.length && <li className="quiet">{w.neverSupervised}</li>}
      {order.supervisions.map((one, i) => (
        <li key={i}>
          <strong>{grade[one.grade]}</strong> <Time at={one.at} show="exact" />{" "}
          {one.answered_at != null ? (
            <span className="badge good">
              <Time at={one.answered_at} show="exact" />
              {w.answered("")}
            </span>
          ) : one.due < now ? (
            <span className="badge late">{w.unanswered}</span>
          ) : (
            <span className="badge">{w.wanted}</span>
          )}
          <div className="quiet small">{one.text.text}</div>
        </li>
      ))}
    </ul>
  );
}

/** The act's form, with a choice of wordings above it. */
function Worded({
  act,
  page,
  more,
  onDone,
}: {
  act: ActName;
  page: OrderPage;
  more: Values;
  onDone: () => void;
}) {
  const w = useWords(oversightWords);
  const { language } = useSettings();
  const { login } = useMe();
  const { order } = page;
  const form = formOf(act);
  const [situations] = useState(() => situationsOf(order, Date.now()));
  // What was typed before comes first: a wording is only put in its place when one is chosen.
  const [chosen, setChosen] = useState<Situation | null>(() =>
    draftOf(login, order.number, act) ? null : (situations[0] ?? null),
  );
  if (!form) return null;
  const text = act === "redo" ? "reason" : "text";
  return (
    <>
      <div role="group" aria-label={w.wording}>
        <div className="buttons">
          {situations.map((one) => (
            <Button
              key={one.is}
              size="small"
              type={chosen?.is === one.is ? "primary" : "default"}
              aria-pressed={chosen?.is === one.is}
              onClick={() => {
                dropDraft(login, order.number, act);
                setChosen(one);
              }}
            >
              {situationName(language, one)}
            </Button>
          ))}
        </div>
        <div className="quiet small">{w.wordingHelp}</div>
      </div>
      <ActForm
        key={chosen?.is ?? "draft"}
        form={form}
        page={page}
        preset={chosen ? { ...more, [text]: wording(language, chosen, order) } : {}}
        onDone={onDone}
        onCancel={onDone}
      />
    </>
  );
}
