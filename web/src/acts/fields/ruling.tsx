/** What a ruling says, and why somebody is not waited for. */
import { Button, Input, InputNumber, Select } from "antd";
import { MatterPicker, PlacePicker, UnitPicker } from "../../city/Pickers";
import { bilingual, useWords } from "../../words";
import { rulingEffects, skipReasons } from "../../words/codes";
import type { Skipped, Terms } from "../values";
import { actWords } from "../words";
import { AssignmentField } from "./compound";

const words = bilingual(
  {
    lead: "由谁主办",
    effect: "效力",
    matter: "适用事项",
    place: "适用区域（不选为全市）",
    until: "有效期至",
    replaces: "替代的认定书编号（没有则不填）",
    addAssist: "加协办单位",
    addTurn: "加轮值单位",
    share: "份额",
    why: "说明",
    none: "不跳过",
  },
  {
    lead: "Who leads",
    effect: "Effect",
    matter: "For which matter",
    place: "Where (everywhere, if none is chosen)",
    until: "Until",
    replaces: "The ruling that it takes the place of, if any",
    addAssist: "Add an assist",
    addTurn: "Add a turn",
    share: "Share",
    why: "In words",
    none: "Nothing is left out",
  },
);

export function TermsField({ value, onChange }: { value: Terms; onChange: (value: Terms) => void }) {
  const w = useWords(words);
  const acting = useWords(actWords);
  const effects = useWords(rulingEffects);
  const set = (change: Partial<Terms>) => onChange({ ...value, ...change });
  const general = value.effect !== "this_order";
  return (
    <div className="inner stack">
      <UnitPicker label={w.lead} value={value.lead} onChange={(lead) => set({ lead })} />
      <Select
        aria-label={w.effect}
        value={value.effect}
        onChange={(effect: Terms["effect"]) => set({ effect })}
        options={Object.entries(effects).map(([code, label]) => ({ value: code, label }))}
      />
      {value.assists.map((one, i) => (
        <AssignmentField
          key={i}
          value={one}
          onChange={(next) => set({ assists: value.assists.with(i, next) })}
        />
      ))}
      <Button onClick={() => set({ assists: [...value.assists, { unit: null, task: "" }] })}>
        {w.addAssist}
      </Button>
      {general && (
        <>
          <MatterPicker label={w.matter} value={value.matter} onChange={(matter) => set({ matter })} />
          <PlacePicker label={w.place} value={value.place} onChange={(place) => set({ place })} />
          <label>
            {w.until}{" "}
            <Input type="date" value={value.until} onChange={(e) => set({ until: e.target.value })} />
          </label>
          <Input
            aria-label={w.replaces}
            placeholder={w.replaces}
            value={value.replaces}
            onChange={(e) => set({ replaces: e.target.value })}
          />
        </>
      )}
      {value.effect === "rotation" && (
        <>
          {value.turns.map((turn, i) => (
            <span key={i} className="buttons">
              <UnitPicker
                label={acting.choose}
                value={turn.unit}
                onChange={(unit) => set({ turns: value.turns.with(i, { ...turn, unit }) })}
              />
              <InputNumber
                aria-label={w.share}
                min={1}
                value={turn.share}
                onChange={(share) => set({ turns: value.turns.with(i, { ...turn, share: share ?? 1 }) })}
              />
            </span>
          ))}
          <Button onClick={() => set({ turns: [...value.turns, { unit: null, share: 1 }] })}>
            {w.addTurn}
          </Button>
        </>
      )}
    </div>
  );
}

export function SkipField({ value, onChange }: { value: Skipped; onChange: (value: Skipped) => void }) {
  const w = useWords(words);
  const reasons = useWords(skipReasons);
  return (
    <div className="inner">
      <Select
        aria-label={w.none}
        placeholder={w.none}
        allowClear
        value={value.reason}
        onChange={(reason: string | undefined) => onChange({ ...value, reason: reason ?? null })}
        options={Object.entries(reasons).map(([code, label]) => ({ value: code, label }))}
      />
      {value.reason && (
        <Input.TextArea
          aria-label={w.why}
          placeholder={w.why}
          autoSize={{ minRows: 2 }}
          value={value.why}
          onChange={(e) => onChange({ ...value, why: e.target.value })}
        />
      )}
    </div>
  );
}
