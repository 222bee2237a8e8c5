/** An entry of the directory: a new one, or changed, or ended by its last day. */
import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { api, read } from "../../api/client";
import { MatterPicker, PlacePicker, UnitPicker } from "../../city/Pickers";
import { Field, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import type { DutyLevel, DutySource, EvidenceKind, Ownership, Subject } from "../../api/types";
import { evidenceKinds } from "../../words/codes";
import { dutyLevels, dutySources, ownerships, subjects } from "../../words/duties";
import { dayKey } from "../../words/time";
import { useNow } from "../../words/Time";
import { BasisField } from "../BasisField";
import { useDrafts } from "../../directory/drafts";
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
    hours: "时段（可不填）",
    hoursHelp: "如 22:00-06:00，可跨零点。",
    season: "季节（可不填）",
    seasonHelp: "如 11-15..03-15，可跨年。",
    subjects: "行为主体（可不选，为任何主体）",
    ownerships: "权属（可不选，为任何权属）",
    limit: "办理时限（可不填，按政策）",
    limitHelp: "如 5 working days、24 natural hours。",
    evidence: "佐证要求（可不选）",
    draft: "写入哪份草案",
    newDraft: "新建草案",
    titleOf: (code: string) => `修订条目 ${code}`,
    source: "来源",
    ruling: "认定书编号",
    from: "生效日期",
    until: "失效日期（当天起不再有效，可不填）",
    review: "复审日期（可不填）",
    order: "失效日期须晚于生效日期。",
    what: "先写入草案，不立即生效：草案经另一人审核、第三人批准后发布为新版本，用于此后的派单；已派出的工单仍按派单时的条目。",
    saved: "已写入草案。",
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
    hours: "Time of day (may be left empty)",
    hoursHelp: "Such as 22:00-06:00; it may run over midnight.",
    season: "Season (may be left empty)",
    seasonHelp: "Such as 11-15..03-15; it may run over the new year.",
    subjects: "Whose conduct (none for anybody's)",
    ownerships: "Whose it is (none for anybody's)",
    limit: "Limit of handling (the policy's when left empty)",
    limitHelp: "Such as 5 working days, 24 natural hours.",
    evidence: "Evidence demanded (may be left empty)",
    draft: "Into which draft",
    newDraft: "A new draft",
    titleOf: (code: string) => `Entry ${code}`,
    source: "Comes from",
    ruling: "Number of the ruling",
    from: "In force from",
    until: "Until (that day not included; may be left empty)",
    review: "To be reviewed on (may be left empty)",
    order: "It must end after it begins.",
    what: "It is drafted and does not hold yet: once another person has reviewed the draft and a third approved it, it is the next version, for later dispatches. What is dispatched keeps its entry.",
    saved: "Drafted.",
  },
);

/** Stands for a draft that is still to be begun. */
const NEW = "";

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
  const subjectWords = useWords(subjects);
  const ownerWords = useWords(ownerships);
  const kinds = useWords(evidenceKinds);
  const done = useDone();
  const today = dayKey(useNow());
  const entry = duty?.entry;
  const isNew = !duty || copy;
  const [code, setCode] = useState(isNew ? "" : (entry?.code ?? ""));
  const [matter, setMatter] = useState<string | null>(entry?.matter ?? null);
  const [place, setPlace] = useState<string | null>(entry?.place ?? null);
  const [lead, setLead] = useState<string | null>(entry?.lead ?? null);
  const [assists, setAssists] = useState<Assist[]>(entry?.assists ?? []);
  const [level, setLevel] = useState<DutyLevel | null>(entry?.level ?? null);
  const [source, setSource] = useState<DutySource | null>(entry?.source ?? null);
  const [hours, setHours] = useState(entry?.condition?.hours ?? "");
  const [season, setSeason] = useState(entry?.condition?.season ?? "");
  const [whose, setWhose] = useState<Subject[]>(entry?.condition?.subjects ?? []);
  const [owners, setOwners] = useState<Ownership[]>(entry?.condition?.ownerships ?? []);
  const [limit, setLimit] = useState(entry?.limit ?? "");
  const [evidence, setEvidence] = useState<EvidenceKind[]>(entry?.evidence ?? []);
  const drafts = useDrafts();
  const open = (drafts.data ?? []).filter(({ state }) => state === "drafting");
  const [chosen, setChosen] = useState<string | null>(null);
  const draft = chosen ?? open[0]?.id ?? NEW;
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
    const page =
      draft === NEW
        ? await read(api.POST("/api/directory/drafts", { body: { title: w.titleOf(code.trim()) } }))
        : await read(api.GET("/api/directory/drafts/{id}", { params: { path: { id: draft } } }));
    setChosen(page.draft.id);
    await read(
      api.PUT("/api/directory/drafts/{id}/entries/{code}", {
        params: {
          path: { id: page.draft.id, code: code.trim() },
          header: ifMatch(against ?? page.version),
        },
        body: {
          matter,
          place,
          condition: {
            hours: hours.trim() || null,
            season: season.trim() || null,
            subjects: whose,
            ownerships: owners,
          },
          limit: limit.trim() || null,
          evidence,
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
    await done(w.saved, "directory", "drafts");
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
      <Field label={w.draft}>
        {({ id }) => (
          <Select
            id={id}
            value={draft}
            onChange={setChosen}
            options={[
              ...open.map((one) => ({ value: one.id, label: `${one.id} ${one.title}` })),
              { value: NEW, label: w.newDraft },
            ]}
          />
        )}
      </Field>
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
      <Field label={w.hours} help={w.hoursHelp}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={hours}
            onChange={(e) => setHours(e.target.value)}
          />
        )}
      </Field>
      <Field label={w.season} help={w.seasonHelp}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={season}
            onChange={(e) => setSeason(e.target.value)}
          />
        )}
      </Field>
      <Field label={w.subjects}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            value={whose}
            onChange={setWhose}
            options={(Object.keys(subjectWords) as Subject[]).map((value) => ({
              value,
              label: subjectWords[value],
            }))}
          />
        )}
      </Field>
      <Field label={w.ownerships}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            value={owners}
            onChange={setOwners}
            options={(Object.keys(ownerWords) as Ownership[]).map((value) => ({
              value,
              label: ownerWords[value],
            }))}
          />
        )}
      </Field>
      <Field label={w.limit} help={w.limitHelp}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={limit}
            onChange={(e) => setLimit(e.target.value)}
          />
        )}
      </Field>
      <Field label={w.evidence}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            value={evidence}
            onChange={setEvidence}
            options={(Object.keys(kinds) as EvidenceKind[]).map((value) => ({ value, label: kinds[value] }))}
          />
        )}
      </Field>
      <Field label={w.level} missing={tried && !level}>
        {({ id }) => (
          <Select
            id={id}
            value={level}
            onChange={setLevel}
            options={(Object.keys(levels) as DutyLevel[]).map((value) => ({ value, label: levels[value] }))}
          />
        )}
      </Field>
      <Field label={w.source} missing={tried && !source}>
        {({ id }) => (
          <Select
            id={id}
            value={source}
            onChange={setSource}
            options={(Object.keys(sources) as DutySource[]).map((value) => ({
              value,
              label: sources[value],
            }))}
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
