/** Days that become something else: one, or a range; with what it would do to the orders in hand. */
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Input, Radio } from "antd";
import { useState } from "react";
import { api, read } from "../../api/client";
import { useProblemWords } from "../../api/useProblem";
import { Field, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { BasisField } from "../BasisField";
import { ifMatch, useDone, type CalendarDay, type CalendarYear } from "../lists";
import { dayKinds } from "./days";
import { range, weekday } from "./months";
import { Preview } from "./Preview";

const words = bilingual(
  {
    from: "从",
    to: "到（含）",
    kind: "这几天是",
    byWeek: "按星期：周一至周五上班，周末休息",
    name: "节日名称",
    nameHint: "例：国庆节；调休上班也写所属节日",
    source: "公布文件",
    sourceHint: "例：国办发明电〔2025〕×号",
    assumed: "尚未公布，先推定",
    bad: "请选 1 至 800 天，结束不能早于开始。",
    try: "看对在办工单的影响",
    what: "保存后，新开始计时的环节按新日历；已经承诺的期限不变。",
    saved: "日历已更新。",
    days: (n: number) => `共 ${n} 天`,
  },
  {
    from: "From",
    to: "To (included)",
    kind: "These days are",
    byWeek: "By the week: Monday to Friday are worked",
    name: "Which holiday",
    nameHint: "For example: National Day; a make-up day names its holiday, too",
    source: "Announced in",
    sourceHint: "The document with its number",
    assumed: "Not announced yet: assumed",
    bad: "Choose 1 to 800 days; the end cannot come before the beginning.",
    try: "See what it would do to the orders in hand",
    what: "Clocks that begin afterwards count by the new calendar; what was promised is kept.",
    saved: "The calendar is changed.",
    days: (n: number) => `${n} days`,
  },
);

type Choice = CalendarDay["kind"] | "by_week";

interface Props {
  of: CalendarYear;
  from: string;
  to: string;
  onClose: () => void;
}

export function DaysForm({ of, from: first, to: last, onClose }: Props) {
  const w = useWords(words);
  const kinds = useWords(dayKinds);
  const say = useProblemWords();
  const done = useDone();
  const known = of.entry.days.find(({ date }) => date === first);
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const [kind, setKind] = useState<Choice>(known?.kind ?? (first ? "by_week" : "holiday"));
  const [name, setName] = useState(known && known.kind !== "weekend" ? (known.name ?? "") : "");
  const [source, setSource] = useState(known?.assumed ? "" : (known?.source ?? ""));
  const [assumed, setAssumed] = useState(known?.assumed ?? false);
  const [basis, setBasis] = useState("");
  const [tried, setTried] = useState(false);
  const dates = range(from, to);
  const named = kind === "holiday" || kind === "make_up_day";
  const complete = dates.length > 0 && (!named || !!name.trim());
  const days = dates.map((date) => ({
    date,
    kind: kind === "by_week" ? (weekday(date) < 5 ? ("workday" as const) : ("weekend" as const)) : kind,
    name: named ? name.trim() : "",
    source: assumed ? "" : source.trim(),
    assumed,
  }));
  const preview = useMutation({
    mutationFn: () => read(api.POST("/api/administrator/calendar-previews", { body: { days, basis } })),
  });
  async function save(against?: number) {
    await read(
      api.PUT("/api/administrator/calendar-days", {
        params: { header: ifMatch(against ?? of.version) },
        body: { days, basis },
      }),
    );
    await done(w.saved, "calendar");
    onClose();
  }
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={complete && !!basis.trim()}
      onTried={() => setTried(true)}
      what={w.what}
    >
      <Field label={w.from} missing={tried && !from}>
        {({ id }) => (
          <Input id={id} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        )}
      </Field>
      <Field
        label={w.to}
        help={from && to ? (dates.length ? w.days(dates.length) : w.bad) : null}
        missing={tried && !to}
      >
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            type="date"
            status={from && to && !dates.length ? "error" : ""}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="field">
        <legend>{w.kind}</legend>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as Choice)}
          options={[
            ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
            { value: "by_week", label: w.byWeek },
          ]}
        />
      </fieldset>
      {named && (
        <Field label={w.name} missing={tried && !name.trim()}>
          {({ id }) => (
            <Input
              id={id}
              maxLength={40}
              placeholder={w.nameHint}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      )}
      <Checkbox checked={assumed} onChange={(event) => setAssumed(event.target.checked)}>
        {w.assumed}
      </Checkbox>
      {!assumed && (
        <Field label={w.source}>
          {({ id }) => (
            <Input
              id={id}
              placeholder={w.sourceHint}
              value={source}
              onChange={(event) => setSource(event.target.value)}
            />
          )}
        </Field>
      )}
      <BasisField value={basis} onChange={setBasis} missing={tried} />
      <div>
        <Button disabled={!complete} loading={preview.isPending} onClick={() => preview.mutate()}>
          {w.try}
        </Button>
      </div>
      {preview.isError && <Alert type="error" showIcon role="alert" title={say(preview.error)} />}
      {preview.data && <Preview preview={preview.data} />}
    </SheetForm>
  );
}
