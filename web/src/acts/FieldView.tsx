/** One field of a form, by its kind. */
import { Button, Checkbox, Input, Radio, Select } from "antd";
import { useId, type ReactNode } from "react";
import type { Order } from "../api/types";
import { MatterPicker, PlacePicker, UnitPicker } from "../city/Pickers";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { useSettings } from "../shell/settings";
import { useWords } from "../words";
import { duties } from "../words/codes";
import {
  AnswersField,
  BasisField,
  AssignmentField,
  FactsField,
  LimitField,
  MilestoneFields,
  OverrideField,
  ToldFields,
} from "./fields/compound";
import { EvidenceField } from "./fields/Evidence";
import { AttendanceField, PositionField, type Attended, type Position } from "./fields/onSite";
import { SkipField, TermsField } from "./fields/ruling";
import type { Field, Values } from "./form";
import {
  partsFor,
  type Allowed,
  type Answered,
  type Assigned,
  type Ground,
  type Known,
  type Named,
  type Planned,
  type Told,
  type Skipped,
  type Terms,
} from "./values";
import { actWords } from "./words";

export interface FieldProps {
  field: Field;
  value: unknown;
  values: Values;
  onChange: (value: unknown) => void;
  order: Order;
  missing: boolean;
  autoFocus: boolean;
  /** A file was attached, which made the order's version this. */
  onAttached: (version: number) => void;
}

/** A label with its field: a group where the field is several. */
function Labelled({
  field,
  missing,
  group,
  children,
}: {
  field: Field & { label?: unknown };
  missing: boolean;
  group?: boolean;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}) {
  const { language } = useSettings();
  const w = useWords(actWords);
  const id = useId();
  if (field.kind === "part") return null;
  const help = "help" in field ? field.help?.[language] : undefined;
  const describedBy = [help && `${id}h`, missing && `${id}m`].filter(Boolean).join(" ") || undefined;
  const inner = (
    <>
      {help && (
        <span id={`${id}h`} className="quiet small">
          {help}
        </span>
      )}
      {children({ id, describedBy })}
      {missing && (
        <span id={`${id}m`} className="field-missing">
          {w.required}
        </span>
      )}
    </>
  );
  return group ? (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend>{field.label[language]}</legend>
      {inner}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={id}>{field.label[language]}</label>
      {inner}
    </div>
  );
}

export function FieldView(props: FieldProps) {
  const { field, value, onChange, order, missing, autoFocus } = props;
  const { language } = useSettings();
  const w = useWords(actWords);
  switch (field.kind) {
    case "part":
      return <PartField {...props} field={field} />;
    case "number":
      return null;
    case "text":
      return (
        <Labelled field={field} missing={missing}>
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              aria-invalid={missing}
              value={value as string}
              onChange={(e) => onChange(e.target.value)}
              autoSize={{ minRows: field.rows ?? 3, maxRows: 14 }}
              placeholder={field.placeholder?.[language]}
              autoFocus={autoFocus}
              status={missing ? "error" : ""}
            />
          )}
        </Labelled>
      );
    case "line":
    case "order":
      return (
        <Labelled field={field} missing={missing}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              aria-invalid={missing}
              value={value as string}
              onChange={(e) => onChange(e.target.value)}
              placeholder={field.kind === "line" ? field.placeholder?.[language] : undefined}
              autoFocus={autoFocus}
              status={missing ? "error" : ""}
            />
          )}
        </Labelled>
      );
    case "choice": {
      const among = field.among?.(props.values);
      const options = Object.entries(field.words[language])
        .filter(([code]) => !among || among.includes(code))
        .map(([code, label]) => ({ value: code, label }));
      return (
        <Labelled field={field} missing={missing} group={options.length <= 7}>
          {({ id, describedBy }) =>
            options.length <= 7 ? (
              <Radio.Group
                className="choices"
                value={value}
                onChange={(e) => onChange(e.target.value)}
                options={options}
                name={id}
              />
            ) : (
              <Select
                id={id}
                aria-describedby={describedBy}
                allowClear={field.optional ?? false}
                showSearch={{ optionFilterProp: "label" }}
                style={{ width: "100%" }}
                placeholder={w.choose}
                value={(value as string | null) ?? null}
                onChange={(code) => onChange(code ?? null)}
                options={options}
                status={missing ? "error" : ""}
                autoFocus={autoFocus}
              />
            )
          }
        </Labelled>
      );
    }
    case "choices":
      return (
        <Labelled field={field} missing={missing} group>
          {() => (
            <Checkbox.Group
              className="choices"
              value={value as string[]}
              onChange={onChange}
              options={Object.entries(field.words[language]).map(([code, label]) => ({ value: code, label }))}
            />
          )}
        </Labelled>
      );
    case "yes":
      return (
        <Labelled field={field} missing={missing} group>
          {({ id }) => (
            <Radio.Group
              className="choices"
              name={id}
              value={value}
              onChange={(e) => onChange(e.target.value)}
              options={[
                { value: true, label: field.yes[language] },
                { value: false, label: field.no[language] },
              ]}
            />
          )}
        </Labelled>
      );
    case "unit":
      return (
        <Labelled field={field} missing={missing}>
          {({ id, describedBy }) => (
            <BelowUnit
              id={id}
              describedBy={describedBy}
              below={field.below ?? false}
              value={value as string | null}
              onChange={onChange}
              invalid={missing}
              autoFocus={autoFocus}
            />
          )}
        </Labelled>
      );
    case "matter":
    case "place": {
      const Picker = field.kind === "matter" ? MatterPicker : PlacePicker;
      return (
        <Labelled field={field} missing={missing}>
          {({ id }) => (
            <Picker id={id} value={value as string | null} onChange={onChange} invalid={missing} />
          )}
        </Labelled>
      );
    }
    case "units":
    case "people":
      return <Several {...props} field={field} />;
    case "limit":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <LimitField value={value as string | null} onChange={onChange} choices={field.choices} />}
        </Labelled>
      );
    case "moment":
      return (
        <Labelled field={field} missing={missing}>
          {({ id }) => (
            <Input
              id={id}
              type="datetime-local"
              value={(value as string | null) ?? ""}
              onChange={(e) => onChange(e.target.value)}
            />
          )}
        </Labelled>
      );
    case "day":
      return (
        <Labelled field={field} missing={missing}>
          {({ id }) => (
            <Input
              id={id}
              type="date"
              value={(value as string | null) ?? ""}
              onChange={(e) => onChange(e.target.value)}
            />
          )}
        </Labelled>
      );
    case "terms":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <TermsField value={value as Terms} onChange={onChange} />}
        </Labelled>
      );
    case "skip":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <SkipField value={value as Skipped} onChange={onChange} />}
        </Labelled>
      );
    case "ruling":
      return (
        <Labelled field={field} missing={missing}>
          {({ id }) => (
            <Select
              id={id}
              value={value as string | null}
              onChange={onChange}
              options={order.disputes.flatMap(({ ruling }) =>
                ruling ? [{ value: ruling.number, label: ruling.number }] : [],
              )}
            />
          )}
        </Labelled>
      );
    case "evidence":
    case "proof":
      return (
        <Labelled field={field} missing={missing} group>
          {() => (
            <EvidenceField
              order={order}
              single={field.kind === "proof"}
              value={field.kind === "proof" ? (value ? [value as Named] : []) : (value as Named[])}
              onChange={(named) => onChange(field.kind === "proof" ? (named.at(-1) ?? null) : named)}
              onAttached={props.onAttached}
            />
          )}
        </Labelled>
      );
    case "assignment":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <AssignmentField value={value as Assigned} onChange={onChange} />}
        </Labelled>
      );
    case "assignments":
      return <Assignments {...props} field={field} />;
    case "basis":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <BasisField value={value as Ground} onChange={onChange} />}
        </Labelled>
      );
    case "override":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <OverrideField value={value as Allowed} onChange={onChange} />}
        </Labelled>
      );
    case "facts":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <FactsField value={value as Known} onChange={onChange} />}
        </Labelled>
      );
    case "texts":
      return <Texts {...props} field={field} />;
    case "milestones":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <MilestoneFields value={value as Planned[]} onChange={onChange} />}
        </Labelled>
      );
    case "pick":
      return <PickField {...props} field={field} />;
    case "position":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <PositionField value={value as Position | null} onChange={onChange} />}
        </Labelled>
      );
    case "attendance":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <AttendanceField value={value as Attended[]} onChange={onChange} />}
        </Labelled>
      );
    case "answers":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <AnswersField value={value as Answered} onChange={onChange} />}
        </Labelled>
      );
    case "appeal":
      return order.appeals.length < 2 ? null : (
        <Labelled field={field} missing={missing} group>
          {({ id }) => (
            <Radio.Group
              className="choices"
              name={id}
              value={value}
              onChange={(e) => onChange(e.target.value)}
              options={order.appeals.map((_, i) => ({ value: i, label: w.appealOf(i + 1) }))}
            />
          )}
        </Labelled>
      );
    case "appeals":
      return (
        <Labelled field={field} missing={missing} group>
          {() => <ToldFields value={value as Told[]} onChange={onChange} />}
        </Labelled>
      );
    case "link":
      return null;
  }
}

/** One of several things of the order; shown also when there is no choice, to know what it is about. */
function PickField({
  field,
  value,
  onChange,
  order,
}: FieldProps & { field: Extract<Field, { kind: "pick" }> }) {
  const w = useWords(actWords);
  const { language } = useSettings();
  const me = useMe();
  const id = useId();
  const things = field.of(order, me.unit);
  if (!things.length) return <p className="field-missing">{w.nothingOpen}</p>;
  return (
    <fieldset className="field">
      <legend>{field.label[language]}</legend>
      {things.length === 1 ? (
        <span>{things[0]?.label?.text}</span>
      ) : (
        <Radio.Group
          className="choices"
          name={id}
          value={value}
          onChange={(e) => onChange(e.target.value)}
          options={things.map((thing) => ({
            value: thing.value,
            label: thing.label?.text ?? String(thing.value),
          }))}
        />
      )}
    </fieldset>
  );
}

/** Which part, when several fit. */
function PartField({
  field,
  value,
  onChange,
  order,
}: FieldProps & { field: Extract<Field, { kind: "part" }> }) {
  const w = useWords(actWords);
  const duty = useWords(duties);
  const me = useMe();
  const city = useCity();
  const parts = partsFor(field, order, me.unit, city);
  const id = useId();
  if (parts.length === 1) return null;
  if (!parts.length) return <p className="field-missing">{w.noPart}</p>;
  return (
    <fieldset className="field">
      <legend>{w.part}</legend>
      <Radio.Group
        className="choices"
        name={id}
        value={value}
        onChange={(e) => onChange(e.target.value)}
        options={parts.map((part) => ({
          value: part.no,
          label: `${city.unit(part.unit)}（${duty[part.duty]}）`,
        }))}
      />
    </fieldset>
  );
}

function BelowUnit({
  below,
  ...props
}: {
  below: boolean;
  id: string;
  describedBy: string | undefined;
  value: string | null;
  onChange: (unit: unknown) => void;
  invalid: boolean;
  autoFocus: boolean;
}) {
  const me = useMe();
  const { describedBy, ...rest } = props;
  return (
    <UnitPicker
      {...rest}
      {...(describedBy ? { describedBy } : {})}
      {...(below ? { among: (unit, city) => unit !== me.unit && city.isWithin(unit, me.unit) } : {})}
    />
  );
}

function Several({
  field,
  value,
  onChange,
  missing,
}: FieldProps & { field: Extract<Field, { kind: "units" | "people" }> }) {
  const w = useWords(actWords);
  const city = useCity();
  const chosen = value as string[];
  return (
    <Labelled field={field} missing={missing}>
      {({ id }) =>
        field.kind === "people" ? (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            style={{ width: "100%" }}
            value={chosen}
            onChange={onChange}
          />
        ) : (
          <>
            <UnitPicker
              id={id}
              value={null}
              onChange={(unit) => unit && !chosen.includes(unit) && onChange([...chosen, unit])}
            />
            {chosen.map((unit) => (
              <div key={unit} className="row-between">
                {city.unit(unit)}
                <Button
                  size="small"
                  type="text"
                  onClick={() => onChange(chosen.filter((other) => other !== unit))}
                >
                  {w.remove}
                </Button>
              </div>
            ))}
          </>
        )
      }
    </Labelled>
  );
}

function Assignments({
  field,
  value,
  onChange,
  missing,
}: FieldProps & { field: Extract<Field, { kind: "assignments" }> }) {
  const w = useWords(actWords);
  const list = value as Assigned[];
  return (
    <Labelled field={field} missing={missing} group>
      {() => (
        <>
          {list.map((one, i) => (
            <div key={i} className="inner">
              <AssignmentField value={one} onChange={(next) => onChange(list.with(i, next))} />
              <Button type="text" onClick={() => onChange(list.toSpliced(i, 1))}>
                {w.remove}
              </Button>
            </div>
          ))}
          <Button onClick={() => onChange([...list, { unit: null, task: "" }])}>{w.add}</Button>
        </>
      )}
    </Labelled>
  );
}

function Texts({
  field,
  value,
  onChange,
  missing,
}: FieldProps & { field: Extract<Field, { kind: "texts" }> }) {
  const w = useWords(actWords);
  const { language } = useSettings();
  const list = value as string[];
  return (
    <Labelled field={field} missing={missing} group>
      {() => (
        <>
          {list.map((one, i) => (
            <Input
              key={i}
              aria-label={`${field.label[language]} ${i + 1}`}
              value={one}
              onChange={(e) => onChange(list.with(i, e.target.value))}
            />
          ))}
          <Button onClick={() => onChange([...list, ""])}>{w.add}</Button>
        </>
      )}
    </Labelled>
  );
}
