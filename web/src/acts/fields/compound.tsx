/** Fields made of several: an assignment, a basis, a time limit, milestones, answers. */
import { Button, Checkbox, Input, InputNumber, Radio, Segmented, Select } from "antd";
import { useId } from "react";
import { UnitPicker } from "../../city/Pickers";
import { useSettings } from "../../shell/settings";
import { useWords } from "../../words";
import { grievances, satisfactions, solved } from "../../words/codes";
import { limit } from "../../words/time";
import { ownerships, subjects } from "../../words/duties";
import type { Allowed, Answered, Assigned, Ground, Known, Planned, Told } from "../values";
import { actWords } from "../words";

/** A unit and its task. */
export function AssignmentField({
  value,
  onChange,
}: {
  value: Assigned;
  onChange: (value: Assigned) => void;
}) {
  const w = useWords(actWords);
  return (
    <div className="inner">
      <UnitPicker label={w.choose} value={value.unit} onChange={(unit) => onChange({ ...value, unit })} />
      <Input.TextArea
        aria-label={w.task}
        placeholder={w.task}
        autoSize={{ minRows: 2 }}
        value={value.task}
        onChange={(e) => onChange({ ...value, task: e.target.value })}
      />
    </div>
  );
}

/** Why this unit: the directory, a ruling, or one's own judgement with a reason. */
export function BasisField({ value, onChange }: { value: Ground; onChange: (value: Ground) => void }) {
  const w = useWords(actWords);
  const set = (change: Partial<Ground>) => onChange({ ...value, ...change });
  return (
    <div className="inner">
      <Segmented<Ground["by"]>
        value={value.by}
        onChange={(by) => set({ by })}
        options={[
          { value: "directory", label: w.byDirectory },
          { value: "ruling", label: w.byRuling },
          { value: "human", label: w.byHuman },
          { value: "override", label: w.byOverride },
        ]}
      />
      {value.by === "directory" && (
        <span className="buttons">
          <Input
            style={{ width: "12rem" }}
            aria-label={w.entry}
            placeholder={w.entry}
            value={value.entry}
            onChange={(e) => set({ entry: e.target.value })}
          />
          <label>
            {w.version}{" "}
            <InputNumber
              min={1}
              value={value.version}
              onChange={(version) => set({ version: version ?? 1 })}
            />
          </label>
        </span>
      )}
      {value.by === "ruling" && (
        <Input
          aria-label={w.ruling}
          placeholder={w.ruling}
          value={value.number}
          onChange={(e) => set({ number: e.target.value })}
        />
      )}
      {value.by === "override" && <OverrideField value={value} onChange={(allowed) => set(allowed)} />}
      {value.by === "human" && (
        <>
          <Input.TextArea
            aria-label={w.reason}
            placeholder={w.reason}
            autoSize={{ minRows: 2 }}
            value={value.reason}
            onChange={(e) => set({ reason: e.target.value })}
          />
          <Input
            aria-label={w.overrides}
            placeholder={w.overrides}
            value={value.overrides}
            onChange={(e) => set({ overrides: e.target.value })}
          />
        </>
      )}
    </div>
  );
}

/** 越级下派审批: the entry, who says so, why, and by what law. */
export function OverrideField({ value, onChange }: { value: Allowed; onChange: (value: Allowed) => void }) {
  const w = useWords(actWords);
  const line = (key: "entry" | "person" | "law") => (
    <Input
      aria-label={w[key]}
      placeholder={w[key]}
      value={value[key]}
      onChange={(e) => onChange({ ...value, [key]: e.target.value })}
    />
  );
  return (
    <div className="inner">
      {line("entry")}
      {line("person")}
      <Input.TextArea
        aria-label={w.reason}
        placeholder={w.reason}
        autoSize={{ minRows: 2 }}
        value={value.reason}
        onChange={(e) => onChange({ ...value, reason: e.target.value })}
      />
      {line("law")}
    </div>
  );
}

/** What is known beside matter and place; what is not chosen is not known. */
export function FactsField({ value, onChange }: { value: Known; onChange: (value: Known) => void }) {
  const w = useWords(actWords);
  const words = { subject: useWords(subjects), ownership: useWords(ownerships) };
  const choice = (key: "subject" | "ownership") => (
    <Select
      allowClear
      aria-label={w[key]}
      placeholder={`${w[key]}：${w.notKnown}`}
      value={value[key] ?? null}
      onChange={(code: string | undefined) => onChange({ ...value, [key]: code ?? null })}
      options={Object.entries(words[key]).map(([code, label]) => ({ value: code, label }))}
    />
  );
  return (
    <div className="inner">
      {choice("subject")}
      {choice("ownership")}
    </div>
  );
}

/** A time limit: one of the usual ones, or any number of working days. */
export function LimitField({
  value,
  onChange,
  choices,
}: {
  value: string | null;
  onChange: (value: string) => void;
  choices: readonly string[];
}) {
  const w = useWords(actWords);
  const name = useId();
  useSettings();
  const other = value !== null && !choices.includes(value);
  return (
    <span className="buttons">
      <Radio.Group
        className="choices"
        name={name}
        value={other ? "" : value}
        onChange={(e) => onChange((e.target.value as string) || "2 working days")}
        options={[
          ...choices.map((choice) => ({ value: choice, label: limit(choice) })),
          { value: "", label: w.limitOther },
        ]}
      />
      {other && (
        <label>
          <InputNumber
            min={1}
            max={365}
            value={Number(value.split(" ")[0])}
            onChange={(days) => onChange(`${days ?? 1} working days`)}
          />{" "}
          {w.workingDays}
        </label>
      )}
    </span>
  );
}

/** Steps of a plan, each with its last moment. */
export function MilestoneFields({
  value,
  onChange,
}: {
  value: Planned[];
  onChange: (value: Planned[]) => void;
}) {
  const w = useWords(actWords);
  return (
    <>
      {value.map((one, i) => (
        <div key={i} className="inner">
          <Input
            aria-label={`${w.what} ${i + 1}`}
            placeholder={w.what}
            value={one.what}
            onChange={(e) => onChange(value.with(i, { ...one, what: e.target.value }))}
          />
          <span className="buttons">
            <label>
              {w.until}{" "}
              <Input
                type="datetime-local"
                style={{ width: "14rem" }}
                value={one.due}
                onChange={(e) => onChange(value.with(i, { ...one, due: e.target.value }))}
              />
            </label>
            {value.length > 1 && (
              <Button type="text" onClick={() => onChange(value.toSpliced(i, 1))}>
                {w.remove}
              </Button>
            )}
          </span>
        </div>
      ))}
      <Button onClick={() => onChange([...value, { what: "", due: "" }])}>{w.add}</Button>
    </>
  );
}

/** The citizen's answers: contacted, solved, satisfied, why not. */
export function AnswersField({ value, onChange }: { value: Answered; onChange: (value: Answered) => void }) {
  const w = useWords(actWords);
  const isSolved = useWords(solved);
  const isSatisfied = useWords(satisfactions);
  const why = useWords(grievances);
  const id = useId();
  const set = (change: Partial<Answered>) => onChange({ ...value, ...change });
  const unhappy = value.contacted === false || value.solved === "no" || value.satisfied?.includes("bad");
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([code, label]) => ({ value: code, label }));
  return (
    <div className="inner">
      <span id={`${id}c`}>{w.contacted}</span>
      <Radio.Group
        className="choices"
        aria-labelledby={`${id}c`}
        name={`${id}c`}
        value={value.contacted}
        onChange={(e) => set({ contacted: e.target.value as boolean })}
        options={[
          { value: true, label: w.yes },
          { value: false, label: w.no },
        ]}
      />
      <span id={`${id}s`}>{w.solved}</span>
      <Radio.Group
        className="choices"
        aria-labelledby={`${id}s`}
        name={`${id}s`}
        value={value.solved}
        onChange={(e) => set({ solved: e.target.value as string })}
        options={options(isSolved)}
      />
      <span id={`${id}f`}>{w.satisfied}</span>
      <Radio.Group
        className="choices"
        aria-labelledby={`${id}f`}
        name={`${id}f`}
        value={value.satisfied}
        onChange={(e) => set({ satisfied: e.target.value as string })}
        options={options(isSatisfied)}
      />
      {unhappy && (
        <>
          <span id={`${id}w`}>{w.why}</span>
          <Checkbox.Group
            className="choices"
            aria-labelledby={`${id}w`}
            value={value.reasons}
            onChange={(reasons) => set({ reasons })}
            options={options(why)}
          />
        </>
      )}
    </div>
  );
}

/** Matters that are split off. */
export function ToldFields({ value, onChange }: { value: Told[]; onChange: (value: Told[]) => void }) {
  const w = useWords(actWords);
  return (
    <>
      {value.map((one, i) => (
        <div key={i} className="inner">
          <Input
            aria-label={w.title}
            placeholder={w.title}
            value={one.title}
            onChange={(e) => onChange(value.with(i, { ...one, title: e.target.value }))}
          />
          <Input.TextArea
            aria-label={w.content}
            placeholder={w.content}
            autoSize={{ minRows: 2 }}
            value={one.content}
            onChange={(e) => onChange(value.with(i, { ...one, content: e.target.value }))}
          />
          <Input
            aria-label={w.demand}
            placeholder={w.demand}
            value={one.demand}
            onChange={(e) => onChange(value.with(i, { ...one, demand: e.target.value }))}
          />
        </div>
      ))}
      <Button onClick={() => onChange([...value, { title: "", content: "", demand: "" }])}>{w.add}</Button>
    </>
  );
}
