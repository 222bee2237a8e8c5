/** The operator's desk: one page, from the ring to the number that is read out. */
import { App, Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useProblemWords } from "../api/useProblem";
import { Kept } from "../api/send";
import { useCity } from "../city/city";
import { useLive } from "../live/live";
import { useMe } from "../me/me";
import { Key, useKeys } from "../shell/keys";
import { useWords } from "../words";
import { linkKinds } from "../words/codes";
import { useCurrentCall } from "./atTheDesk";
import { Beside } from "./Beside";
import { CallerBar, useCaller } from "./CallerBar";
import { Ending, type Ended, type EndingForm } from "./Ending";
import {
  bodyOf,
  isBegun,
  keepIntakes,
  keptIntakes,
  missing,
  NEW,
  propose,
  type Gap,
  type Intake,
} from "./intake";
import { useLikenesses } from "./likenesses";
import { deskWords } from "./deskWords";
import { HarassmentScript } from "./HarassmentScript";
import { Registered, type Finished } from "./Registered";
import { StoryForm } from "./StoryForm";
import { useFinish } from "./useFinish";
import { operatorWords } from "./words";

const NONE: ReadonlySet<Gap> = new Set();

/** Goes to a field of the form, once the page shows it. */
const focus = (field: string) =>
  void requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(`.desk [data-field=${field}]`);
    (found?.matches("input,textarea") ? found : found?.querySelector<HTMLElement>("input"))?.focus();
  });

/** What the model is less sure of than a coin is left to the keywords. */
const LIKELY = 0.5;

export function Desk() {
  const w = useWords(operatorWords);
  const say = useProblemWords();
  const city = useCity();
  const me = useMe();
  const { message } = App.useApp();
  const { onCall } = useLive();
  const kept = useMemo(() => keptIntakes(me.login), [me.login]);
  const [intake, setIntake] = useState<Intake>(kept[0]);
  const [aside, setAside] = useState<Intake[]>(kept[1]);
  const [ring, setRing] = useState<number | null>(null);
  const [ringing, setRinging] = useState(false);
  const [form, setForm] = useState<EndingForm | null>(null);
  const [asked, setAsked] = useState<ReadonlySet<Gap>>(NONE);
  const [busy, setBusy] = useState(false);
  const [finished, setFinished] = useState<Finished | null>(null);
  const [clearing, setClearing] = useState(false);
  const [harassed, setHarassed] = useState(false);
  const d = useWords(deskWords);
  const current = useCurrentCall();
  const { register, end } = useFinish();
  const likely = useLikenesses(intake.story, intake.place, intake.matter).data?.matters;
  const proposed = useMemo(
    () =>
      propose(
        intake,
        city,
        likely?.filter(({ probability }) => probability >= LIKELY),
      ),
    [intake, city, likely],
  );
  const caller = useCaller(intake);
  const gaps = missing(intake, proposed);

  useEffect(() => keepIntakes(me.login, intake, aside), [me.login, intake, aside]);
  useEffect(() => {
    focus("story");
  }, []);

  const set = (change: Partial<Intake>) => {
    setClearing(false);
    setIntake((before) => ({ ...before, startedAt: before.startedAt ?? Date.now(), ...change }));
  };
  function begin(next: Intake) {
    setIntake(next);
    setForm(null);
    setAsked(NONE);
    setFinished(null);
    setClearing(false);
    focus("story");
  }
  // A call that rang before this page was opened is taken up, once.
  const atHand = current.data?.direction === "in" ? current.data.call : null;
  const [seen, setSeen] = useState<number | null>(null);
  if (atHand !== null && atHand !== seen) {
    setSeen(atHand);
    if (intake.call === null && !finished)
      setIntake({ ...intake, call: atHand, startedAt: current.data?.started_at ?? null });
  }
  function take(call: number) {
    if (isBegun(intake) && !finished) setAside((all) => [intake, ...all]);
    setRing(null);
    begin({ ...NEW, call, startedAt: Date.now() });
  }
  useEffect(() =>
    onCall(({ call, event }) => {
      void current.refetch();
      if (event === "ringing") {
        setRinging(true);
        // A story that is being written is not swept away.
        if (isBegun(intake) && !finished) setRing(call);
        else take(call);
      } else if (event === "answered") setRinging(false);
      else if (event === "ended") setRing((waiting) => (waiting === call ? null : waiting));
    }),
  );

  async function finish(ended: Ended) {
    setBusy(true);
    const story = intake.story.trim() || (ended.how === "transfer" ? ended.note : "");
    const body = bodyOf({ ...intake, story }, proposed);
    try {
      const { number, code, version, took } = await register(body, intake.startedAt);
      const problem = await end(number, body.title, version, ended).then(
        () => null,
        (error: unknown) => error,
      );
      setFinished({ number, code, ended, problem, took });
      setIntake(NEW);
      setForm(null);
      setAsked(NONE);
    } catch (error) {
      if (error instanceof Kept) {
        void message.warning(w.kept, 10);
        begin(NEW);
      } else void message.error(say(error), 8);
    } finally {
      setBusy(false);
    }
  }
  async function retry() {
    if (!finished) return;
    setBusy(true);
    const problem = await end(finished.number, "", "*", finished.ended).then(
      () => null,
      (error: unknown) => error,
    );
    setFinished({ ...finished, problem });
    setBusy(false);
  }
  function need(gap: Gap) {
    setAsked(new Set([gap]));
    focus(gap);
  }
  /** Registers and leaves it to a shift leader, who finds it among what is to be accepted. */
  const leave = () => (gaps.includes("story") ? need("story") : void finish({ how: "leave" }));
  /** Accepts; what is missing is asked for once. */
  function accept() {
    const [first] = gaps;
    if (first === "story") return need("story");
    if (first && !asked.has(first)) {
      setAsked(new Set(gaps));
      return focus(first);
    }
    void finish(intake.into ? { how: "merge", into: intake.into } : { how: "accept" });
  }
  function open(next: EndingForm) {
    if (next !== "transfer" && !intake.story.trim()) need("story");
    else setForm(next);
  }
  const back = () => {
    setForm(null);
    focus("story");
  };
  const all: { key: string; form: EndingForm; word: string }[] = [
    { key: "F2", form: "answer", word: w.answer },
    { key: "F4", form: "refuse", word: w.refuse },
    { key: "F8", form: "transfer", word: w.transfer },
    { key: "F9", form: "more", word: w.more },
  ];
  // People of contractors refuse nothing: they leave it to a shift leader.
  const endings = all.filter(({ form }) => form !== "refuse" || !me.outsourced);
  const putAside = () => {
    if (!isBegun(intake)) return;
    setAside((all) => [intake, ...all]);
    begin(NEW);
  };
  const goOnWith = (i: number) => {
    const next = aside[i];
    if (!next) return;
    setAside((all) => [...(isBegun(intake) ? [intake] : []), ...all.filter((_, at) => at !== i)]);
    begin(next);
  };
  useKeys(
    [
      { keys: "Ctrl+Enter", does: intake.into ? w.mergeNow : w.accept, typing: true, run: accept },
      ...endings.map(({ key, form, word }) => ({
        keys: key,
        does: word,
        typing: true,
        run: () => open(form),
      })),
      { keys: "Ctrl+s", does: w.aside, typing: true, run: putAside },
      { keys: "Alt+b", does: w.leave, typing: true, run: leave },
      { keys: "Alt+h", does: d.harass, typing: true, run: () => setHarassed(true) },
      { keys: "Alt+s", does: w.focusStory, typing: true, run: () => focus("story") },
      {
        keys: "F10",
        does: w.takeCall,
        typing: true,
        when: ring !== null,
        run: () => ring !== null && take(ring),
      },
    ],
    { active: finished === null && form === null && !harassed },
  );

  if (finished)
    return (
      <Registered finished={finished} busy={busy} onNext={() => begin(NEW)} onRetry={() => void retry()} />
    );
  return (
    <div className="desk">
      <div className="desk-top">
        <CallerBar
          intake={intake}
          caller={caller}
          ringing={ringing}
          phone={current.data?.phone ?? null}
          endings={current.data?.endings ?? null}
        />
        {ring !== null && (
          <div className="caller-bar ringing" role="alert">
            <strong>{w.newCall}</strong>
            <Button onClick={() => take(ring)}>
              {w.takeCall}
              <Key>F10</Key>
            </Button>
          </div>
        )}
      </div>
      <div className="desk-main stack">
        {harassed ? (
          <HarassmentScript
            call={intake.call}
            onClose={() => {
              setHarassed(false);
              focus("story");
            }}
          />
        ) : form ? (
          <Ending
            form={form}
            intake={intake}
            proposed={proposed}
            busy={busy}
            onEnd={(ended) => void finish(ended)}
            onBack={back}
          />
        ) : (
          <div className="block">
            <StoryForm
              intake={intake}
              proposed={proposed}
              set={set}
              asked={asked}
              onTransfer={() => open("transfer")}
            />
          </div>
        )}
        <Belongs intake={intake} set={set} />
      </div>
      <Beside
        intake={intake}
        proposed={proposed}
        caller={caller}
        set={set}
        onLeave={() => focus("story")}
        onAnswer={() => setForm("answer")}
      />
      {!form && !harassed && (
        <div className="desk-end" role="group" aria-label={w.endingsTitle}>
          <span className="quiet small" role="status">
            {asked.size > 0 && gaps.length > 0 && !gaps.includes("story")
              ? w.missingAgain
              : gaps.length
                ? `${w.stillMissing}：${gaps.map((gap) => w.gaps[gap]).join("、")}`
                : w.nothingMissing}
          </span>
          <span className="buttons">
            <Button type="primary" size="large" loading={busy} onClick={accept}>
              {intake.into ? w.mergeNow : w.accept}
              <Key>Ctrl+Enter</Key>
            </Button>
            {endings.map(({ key, form: to, word }) => (
              <Button key={key} onClick={() => open(to)}>
                {word}
                <Key>{key}</Key>
              </Button>
            ))}
            <Button onClick={leave}>
              {w.leave}
              <Key>Alt+b</Key>
            </Button>
            <Button type="text" onClick={() => setHarassed(true)}>
              {d.harass}
              <Key>Alt+h</Key>
            </Button>
            <Button type="text" onClick={putAside} disabled={!isBegun(intake)}>
              {w.aside}
              <Key>Ctrl+s</Key>
            </Button>
            <Button
              type="text"
              disabled={!isBegun(intake)}
              onClick={() => (clearing ? begin({ ...NEW, call: intake.call }) : setClearing(true))}
            >
              {clearing ? w.clearSure : w.clear}
            </Button>
          </span>
        </div>
      )}
      <SetAside aside={aside} onTake={goOnWith} />
    </div>
  );
}

/** What it belongs to, once it is registered; each can be undone. */
function Belongs({ intake, set }: { intake: Intake; set: (change: Partial<Intake>) => void }) {
  const w = useWords(operatorWords);
  const kind = useWords(linkKinds);
  const all = [
    ...(intake.into ? [{ word: w.mergesInto(intake.into), undo: { into: null } }] : []),
    ...intake.links.map((link) => ({
      word: w.linked(kind[link.kind], link.order),
      undo: { links: intake.links.filter((other) => other !== link) },
    })),
    ...(intake.article ? [{ word: w.answersWith(intake.article.title), undo: { article: null } }] : []),
  ];
  if (!all.length) return null;
  return (
    <ul className="plain belongs">
      {all.map(({ word, undo }) => (
        <li key={word} className="badge accent">
          {word}{" "}
          <button type="button" className="link" onClick={() => set(undo)}>
            {w.unlink}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What was set aside, to be gone on with. */
function SetAside({ aside, onTake }: { aside: Intake[]; onTake: (i: number) => void }) {
  const w = useWords(operatorWords);
  if (!aside.length) return null;
  return (
    <section className="desk-aside block" aria-label={w.asideList(aside.length)}>
      <h3>{w.asideList(aside.length)}</h3>
      <ul className="plain">
        {aside.map((one, i) => (
          <li key={i} className="row-between">
            <span>{one.title ?? (one.story.slice(0, 30) || w.asideEmpty)}</span>
            <Button size="small" onClick={() => onTake(i)}>
              {w.takeUp}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
