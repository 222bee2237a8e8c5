/** An entry of the directory: a new one, or changed, or ended by its last day. */
import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { api, read } from "../../api/client";
import { MatterPicker, PlacePicker, UnitPicker } from "../../city/Pickers";
import { Field, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { dutyLevels, dutySources } from "../../words/duties";
import { dayKey } from "../../words/time";
import { useNow } from "../../words/Time";
import { BasisField } from "../BasisField";
import { ifMatch, useDone, type KeptDuty } from "../lists";

const words = bilingual(
  {
    code: "编号",
    codeHelp: "1 至 40 位字母、数字、点、连字符；派单时引用它。",
    matter: "事项（含其下级）",
    place: "地方（含其下级；不填为全市）",
    lead: "主办单位",
    assists: "协办单位及任务",
    assist: (n: number) => `协办单位 ${n}`,
    task: (n: number) => `任务 ${n}`,
    taskHint: "协办什么",
    addAssist: "加一个协办",
    dropAssist: (n: number) => `去掉协办 ${n}`,
    level: "职责层级",
    source: "来源",
    ruling: "认定书编号",
    from: "生效日期",
    until: "失效日期（当天起不再有效，可不填）",
    review: "复审日期（可不填）",
    order: "失效日期须晚于生效日期。",
    what: "保存后立即用于新的派单；已派出的工单仍按派单时的条目。同一事项、同一地方、同一层级不能有两个同时有效的条目。",
    saved: "已保存，目录已更新。",
  },
  {
    code: "Number",
    codeHelp: "1 to 40 letters, digits, dots and hyphens; dispatches name it.",
    matter: "Matter (with all below it)",
    place: "Place (with all within it; empty for the whole city)",
    lead: "Leads",
    assists: "Assisting units and their tasks",
    assist: (n: number) => `Assisting unit ${n}`,
    task: (n: number) => `Task ${n}`,
    taskHint: "What it does",
    addAssist: "Add one that assists",
    dropAssist: (n: number) => `Remove assist ${n}`,
    level: "Level of the duty",
    source: "Comes from",
    ruling: "Number of the ruling",
    from: "In force from",
    until: "Until (that day not included; may be left empty)",
    review: "To be reviewed on (may be left empty)",
    order: "It must end after it begins.",
    what: "It holds at once for new dispatches; what is dispatched keeps its entry. Two entries for the same matter, place and level cannot hold at once.",
    saved: "Saved.",
  },
);

interface Assist {
  unit: string | null;
  task: string;
}

export function DutyForm({
  duty,
  copy,
  onClose,
}: {
  duty: KeptDuty | null;
  /** Whether a new one is made from it. */
  copy: boolean;
  onClose: () => void;
}) {
  const w = useWords(words);
  const levels = useWords(dutyLevels);
  const sources = useWords(dutySources);
  const done = useDone();
  const today = dayKey(useNow());
  const entry = duty?.entry;
  const isNew = !duty || copy;
  const [code, setCode] = useState(isNew ? "" : (entry?.code ?? ""));
  const [matter, setMatter] = useState<string | null>(entry?.matter ?? null);
  const [place, setPlace] = useState<string | null>(entry?.place ?? null);
  const [lead, setLead] = useState<string | null>(entry?.lead ?? null);
  const [assists, setAssists] = useState<Assist[]>(entry?.assists ?? []);
  const [level, setLevel] = useState<string | null>(entry?.level ?? null);
  const [source, setSource] = useState<string | null>(entry?.source ?? null);
  const [ruling, setRuling] = useState(entry?.ruling ?? "");
  const [from, setFrom] = useState(isNew ? today : (entry?.from ?? today));
  const [until, setUntil] = useState((!isNew && entry?.until) || "");
  const [review, setReview] = useState((!isNew && entry?.review) || "");
  const [basis, setBasis] = useState(isNew ? "" : (entry?.basis ?? ""));
  const [tried, setTried] = useState(false);
  const backwards = !!until && until <= from;
  const whole = assists.every((assist) => assist.unit && assist.task.trim());
  const complete =
    !!code.trim() &&
    !!matter &&
    !!lead &&
    !!level &&
    !!source &&
    !!basis.trim() &&
    !!from &&
    !backwards &&
    whole;

  async function save(against?: number) {
    if (!matter || !lead || !level || !source) return;
    await read(
      api.PUT("/api/administrator/directory-entries/{id}", {
        params: {
          path: { id: code.trim() },
          header: ifMatch(against ?? (isNew ? 0 : (duty?.version ?? 0))),
        },
        body: {
          matter,
          place,
          lead,
          assists: assists.flatMap(({ unit, task }) => (unit ? [{ unit, task }] : [])),
          level,
          source,
          ruling: ruling.trim() || null,
          from,
          until: until || null,
          review: review || null,
          basis,
        },
      }),
    );
    await done(w.saved, "directory");
    onClose();
  }
  const assist = (i: number, change: Partial<Assist>) =>
    setAssists(assists.map((one, at) => (at === i ? { ...one, ...change } : one)));
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={complete}
      onTried={() => setTried(true)}
      what={w.what}
    >
      {isNew && (
        <Field label={w.code} help={w.codeHelp} missing={tried && !code.trim()}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={w.matter} missing={tried && !matter}>
        {({ id }) => <MatterPicker id={id} value={matter} onChange={setMatter} />}
      </Field>
      <Field label={w.place}>{({ id }) => <PlacePicker id={id} value={place} onChange={setPlace} />}</Field>
      <Field label={w.lead} missing={tried && !lead}>
        {({ id }) => <UnitPicker id={id} value={lead} onChange={setLead} />}
      </Field>
      <fieldset className="field">
        <legend>{w.assists}</legend>
        {assists.map((one, i) => (
          <div key={i} className="assist-row">
            <UnitPicker
              label={w.assist(i + 1)}
              value={one.unit}
              invalid={tried && !one.unit}
              onChange={(unit) => assist(i, { unit })}
            />
            <Input
              aria-label={w.task(i + 1)}
              placeholder={w.taskHint}
              status={tried && !one.task.trim() ? "error" : ""}
              value={one.task}
              onChange={(event) => assist(i, { task: event.target.value })}
            />
            <Button
              type="text"
              icon={<MinusCircleOutlined aria-hidden />}
              aria-label={w.dropAssist(i + 1)}
              onClick={() => setAssists(assists.filter((_, at) => at !== i))}
            />
          </div>
        ))}
        <div>
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setAssists([...assists, { unit: null, task: "" }])}
          >
            {w.addAssist}
          </Button>
        </div>
      </fieldset>
      <Field label={w.level} missing={tried && !level}>
        {({ id }) => (
          <Select
            id={id}
            value={level}
            onChange={setLevel}
            options={Object.entries(levels).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <Field label={w.source} missing={tried && !source}>
        {({ id }) => (
          <Select
            id={id}
            value={source}
            onChange={setSource}
            options={Object.entries(sources).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      {source === "ruling" && (
        <Field label={w.ruling}>
          {({ id }) => <Input id={id} value={ruling} onChange={(event) => setRuling(event.target.value)} />}
        </Field>
      )}
      <Field label={w.from} missing={tried && !from}>
        {({ id }) => (
          <Input id={id} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        )}
      </Field>
      <Field label={w.until} help={backwards && w.order}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            type="date"
            status={backwards ? "error" : ""}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Field>
      <Field label={w.review}>
        {({ id }) => (
          <Input id={id} type="date" value={review} onChange={(event) => setReview(event.target.value)} />
        )}
      </Field>
      <BasisField value={basis} onChange={setBasis} missing={tried} />
    </SheetForm>
  );
}
