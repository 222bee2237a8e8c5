/** A draft: what it changes, before and after, who had a hand in it, and the next step. */
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { ifMatch, useDone } from "../administrator/lists";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { DirectoryEntry } from "../api/types";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { Reading } from "../shell/Reading";
import { bilingual, useWords } from "../words";
import { draftStates, draftSteps, dutyLevels } from "../words/duties";
import { Time } from "../words/Time";
import { Conditions } from "./Conditions";
import { useDraft, type DraftPage } from "./drafts";

const words = bilingual(
  {
    changes: "改动",
    none: "还没有改动。到“管理—派单目录”修订条目时选这份草案。",
    isNew: "新增",
    before: "现行",
    after: "改为",
    takeOut: "不改了",
    steps: "经手",
    note: "意见",
    noteHint: "退回时写明要改什么",
    submit: "提交审核",
    review: "审核通过",
    sendBack: "退回修改",
    approve: "批准发布",
    discard: "作废",
    done: "已办理",
    replay: "发布前先看：用它回放以往工单",
    check: "体检",
    assists: "协办",
    everywhere: "全市",
    until: (day: string) => `至 ${day}`,
  },
  {
    changes: "Changes",
    none: "It changes nothing yet. Choose this draft when you revise entries under Administer, Directory.",
    isNew: "new",
    before: "Now",
    after: "Becomes",
    takeOut: "Leave it",
    steps: "Who had a hand in it",
    note: "Note",
    noteHint: "When you send it back: what is to be changed",
    submit: "Submit",
    review: "Reviewed",
    sendBack: "Send back",
    approve: "Approve and publish",
    discard: "Give up",
    done: "Done",
    replay: "Look first: try it on past orders",
    check: "Check it",
    assists: "Assist",
    everywhere: "the whole city",
    until: (day: string) => `until ${day}`,
  },
);

type Steps = "submissions" | "reviews" | "returns" | "approvals" | "discards";

export function Draft({ id }: { id: string }) {
  const draft = useDraft(id);
  return <Reading of={draft}>{(page) => <Shown page={page} />}</Reading>;
}

function Shown({ page: { draft }, page }: { page: DraftPage }) {
  const w = useWords(words);
  const states = useWords(draftStates);
  return (
    <div className="stack">
      <div>
        <h2>{draft.title}</h2>
        <span className="badge accent">{states[draft.state]}</span>{" "}
        <Link to={`/directory/replays?version=${draft.id}`}>{w.replay}</Link> ·{" "}
        <Link to={`/directory/findings?version=${draft.id}`}>{w.check}</Link>
      </div>
      <NextStep page={page} />
      <Changes page={page} />
      <Hands page={page} />
    </div>
  );
}

function NextStep({ page: { draft, version } }: { page: DraftPage }) {
  const w = useWords(words);
  const say = useProblemWords();
  const done = useDone();
  const { role } = useMe();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState<Steps | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const admin = role === "administrator";
  const steps: Steps[] = {
    drafting: admin ? (["submissions", "discards"] as const) : [],
    submitted: role === "leader" ? [] : (["reviews", "returns"] as const),
    reviewed: role === "supervisor" ? (["returns"] as const) : (["approvals", "returns"] as const),
    published: [],
    discarded: [],
  }[draft.state].slice();
  if (!steps.length) return null;
  const names: Record<Steps, string> = {
    submissions: w.submit,
    reviews: w.review,
    returns: w.sendBack,
    approvals: w.approve,
    discards: w.discard,
  };

  async function go(step: Steps) {
    setBusy(step);
    setProblem(null);
    try {
      const said = { params: { path: { id: draft.id }, header: ifMatch(version) }, body: { note } };
      await read(api.POST(`/api/directory/drafts/{id}/${step}`, said));
      setNote("");
      await done(w.done, "drafts", "directory", "directory-versions");
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(null);
    }
  }
  return (
    <section className="stack">
      <Input.TextArea
        aria-label={w.note}
        placeholder={w.noteHint}
        autoSize={{ minRows: 1 }}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem !== null && <Alert type="error" showIcon role="alert" title={say(problem)} />}
      <div className="buttons">
        {steps.map((step, i) => (
          <Button
            key={step}
            type={i === 0 ? "primary" : "default"}
            danger={step === "discards"}
            loading={busy === step}
            disabled={step === "returns" && !note.trim()}
            onClick={() => void go(step)}
          >
            {names[step]}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Changes({ page: { draft, version } }: { page: DraftPage }) {
  const w = useWords(words);
  const done = useDone();
  const city = useCity();
  const { role } = useMe();
  const open = draft.state === "drafting" && role === "administrator";

  async function takeOut(code: string) {
    const said = { params: { path: { id: draft.id, code }, header: ifMatch(version) } };
    await read(api.DELETE("/api/directory/drafts/{id}/entries/{code}", said));
    await done(w.done, "drafts");
  }
  return (
    <section className="stack">
      <h3>
        {w.changes}（{draft.changes.length}）
      </h3>
      {!draft.changes.length && <p className="quiet">{w.none}</p>}
      {draft.changes.map(({ was, becomes }) => (
        <div key={becomes.code} className="part">
          <div className="row-between">
            <strong>
              {city.matterPath(becomes.matter)} <small className="quiet number">{becomes.code}</small>{" "}
              {!was && <span className="badge good">{w.isNew}</span>}
            </strong>
            {open && (
              <Button type="text" size="small" onClick={() => void takeOut(becomes.code)}>
                {w.takeOut}
              </Button>
            )}
          </div>
          {was && <Line name={w.before} entry={was} quiet />}
          <Line name={w.after} entry={becomes} />
        </div>
      ))}
    </section>
  );
}

function Line({ name, entry, quiet = false }: { name: string; entry: DirectoryEntry; quiet?: boolean }) {
  const w = useWords(words);
  const levels = useWords(dutyLevels);
  const city = useCity();
  const assists = (entry.assists ?? []).map(({ unit, task }) => `${city.unit(unit)}（${task}）`);
  return (
    <p className={quiet ? "quiet small" : "small"}>
      <span className="badge">{name}</span> <strong>{city.unit(entry.lead)}</strong> {levels[entry.level]} ·{" "}
      {entry.place ? city.placePath(entry.place) : w.everywhere} <Conditions of={entry} />
      {assists.length > 0 && ` · ${w.assists} ${assists.join("、")}`} · {entry.basis} ·{" "}
      <span className="number">
        {entry.from} {entry.until && w.until(entry.until)}
      </span>
    </p>
  );
}

function Hands({ page: { draft } }: { page: DraftPage }) {
  const w = useWords(words);
  const steps = useWords(draftSteps);
  return (
    <section>
      <h3>{w.steps}</h3>
      <ol className="plain">
        {draft.steps.map((step, i) => (
          <li key={i} className="small">
            <Time at={step.at} show="both" /> {step.by} {steps[step.step]}
            {step.note && <span className="quiet">：{step.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
