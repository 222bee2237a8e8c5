/** What a list is filtered by; it stands in the address. */
import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { Level, Stage } from "../api/types";
import { MatterPicker, PlacePicker, UnitPicker } from "../city/Pickers";
import { useWords } from "../words";
import { kinds, levels, stages } from "../words/codes";
import { Chips } from "./Chips";
import { isFiltered, type Filter } from "./filter";
import { orderWords } from "./words";

const options = <K extends string>(words: Record<K, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: label as string }));

export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const w = useWords(orderWords);
  const stage = useWords(stages);
  const level = useWords(levels);
  const kind = useWords(kinds);
  const [more, setMore] = useState(
    !!(filter.matter?.length || filter.place?.length || filter.unit?.length || filter.kind),
  );
  const set = (change: Record<string, unknown>) => onChange({ ...filter, ...change } as Filter);
  return (
    <search className="filters">
      <Input.Search
        className="wide-field"
        key={filter.q ?? ""}
        defaultValue={filter.q ?? ""}
        placeholder={w.search}
        aria-label={w.search}
        allowClear
        onSearch={(q) => set({ q: q.trim() || undefined })}
      />
      <Select
        mode="multiple"
        className="wide-field"
        aria-label={w.stage}
        placeholder={w.anyStage}
        value={(filter.stage as Stage[] | undefined) ?? []}
        onChange={(value) => set({ stage: value })}
        options={options(stage)}
        maxTagCount="responsive"
      />
      <Select
        mode="multiple"
        aria-label={w.level}
        placeholder={w.anyLevel}
        style={{ minWidth: "9rem" }}
        value={(filter.level as Level[] | undefined) ?? []}
        onChange={(value) => set({ level: value })}
        options={options(level)}
        maxTagCount="responsive"
      />
      <Toggle
        label={w.onlyOpen}
        on={filter.open === true}
        onChange={(on) => set({ open: on || undefined })}
      />
      <Toggle
        label={w.onlyLate}
        on={filter.late === true}
        onChange={(on) => set({ late: on || undefined })}
      />
      <Toggle
        label={w.onlyDisputed}
        on={filter.disputed === true}
        onChange={(on) => set({ disputed: on || undefined })}
      />
      <Select
        aria-label={w.sort}
        style={{ minWidth: "9rem" }}
        value={filter.sort ?? "due"}
        onChange={(value) => set({ sort: value })}
        options={[
          { value: "due", label: w.byDue },
          { value: "newest", label: w.byNewest },
          { value: "oldest", label: w.byOldest },
        ]}
      />
      {!more && (
        <Button type="text" onClick={() => setMore(true)}>
          {w.filters}…
        </Button>
      )}
      {more && (
        <>
          <div className="wide-field">
            <MatterPicker
              label={w.matter}
              value={filter.matter?.[0]}
              onChange={(matter) => set({ matter: matter ? [matter] : undefined })}
            />
          </div>
          <div className="wide-field">
            <PlacePicker
              label={w.place}
              value={filter.place?.[0]}
              onChange={(place) => set({ place: place ? [place] : undefined })}
            />
          </div>
          <div className="wide-field">
            <UnitPicker
              label={w.unit}
              value={filter.unit?.[0]}
              onChange={(unit) => set({ unit: unit ? [unit] : undefined })}
            />
          </div>
          <Select
            allowClear
            aria-label={w.kind}
            placeholder={w.anyKind}
            style={{ minWidth: "8rem" }}
            value={filter.kind ?? null}
            onChange={(value: string | undefined) => set({ kind: value })}
            options={options(kind)}
          />
        </>
      )}
      <Chips filter={filter} onChange={onChange} />
      {isFiltered(filter) && (
        <Button type="link" onClick={() => onChange({ sort: filter.sort } as Filter)}>
          {w.clear}
        </Button>
      )}
    </search>
  );
}

function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <Button aria-pressed={on} type={on ? "primary" : "default"} onClick={() => onChange(!on)}>
      {label}
    </Button>
  );
}
