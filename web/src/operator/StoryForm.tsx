/** The form that fills as the story is told, in the order in which a call goes. */
import { Input, Select } from "antd";
import { useId, type KeyboardEvent, type ReactNode } from "react";
import { MatterPicker, PlacePicker } from "../city/Pickers";
import { useCity } from "../city/city";
import { Key } from "../shell/keys";
import { useWords } from "../words";
import { channels, confidentialities, emergencyLines, kinds, levels } from "../words/codes";
import { Choice, OPTION_KEYS, optionsOf } from "../shell/Choice";
import { goOn } from "../shell/goOn";
import type { Gap, Intake, Proposed } from "./intake";
import type { Proposal } from "./propose";
import { operatorWords } from "./words";

interface Props {
  intake: Intake;
  proposed: Proposed;
  set: (change: Partial<Intake>) => void;
  /** What was asked for once and is still missing. */
  asked: ReadonlySet<Gap>;
  onTransfer: () => void;
}

export function StoryForm({ intake, proposed, set, asked, onTransfer }: Props) {
  const w = useWords(operatorWords);
  const lines = useWords(emergencyLines);
  const gap = (name: Gap) => asked.has(name);
  return (
    <div className="told-form" data-told>
      <Labelled label={w.story} help={w.storyHelp} missing={gap("story")}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 4, maxRows: 16 }}
            value={intake.story}
            maxLength={10_000}
            onChange={(e) => set({ story: e.target.value })}
            data-field="story"
          />
        )}
      </Labelled>
      {proposed.danger && (
        <div className="danger-line" role="alert">
          <span>
            {w.danger(proposed.danger.because, lines[proposed.danger.line])}
            {proposed.selfHarm && <strong> {w.selfHarm}</strong>}
          </span>
          <button type="button" className="link" tabIndex={-1} onClick={onTransfer}>
            {w.dangerGo}
            <Key>F8</Key>
          </button>
        </div>
      )}
      <Line
        label={w.demand}
        value={intake.demand}
        onChange={(demand) => set({ demand })}
        field="demand"
        missing={gap("demand")}
      />
      <Line
        label={w.title}
        value={intake.title ?? proposed.title}
        onChange={(title) => set({ title })}
        field="title"
        mark={intake.title === null && proposed.title ? w.proposed : undefined}
      />
      <div className="told-pair">
        <Coded
          label={w.matter}
          picker={MatterPicker}
          field="matter"
          name="matter"
          chosen={intake.matter}
          value={proposed.matter}
          proposals={proposed.matters}
          onChange={(matter) => set({ matter })}
          missing={gap("matter")}
        />
        <Coded
          label={w.place}
          picker={PlacePicker}
          field="place"
          name="placePath"
          chosen={intake.place}
          value={proposed.place}
          proposals={proposed.places}
          onChange={(place) => set({ place })}
          missing={gap("place")}
        />
      </div>
      <div className="told-pair">
        <Line label={w.spot} help={w.spotHelp} value={intake.spot} onChange={(spot) => set({ spot })} />
        <Line label={w.when} help={w.whenHelp} value={intake.when} onChange={(when) => set({ when })} />
      </div>
      <Codes intake={intake} proposed={proposed} set={set} />
      <Caller intake={intake} proposed={proposed} set={set} missing={gap("phone")} />
    </div>
  );
}

/** Kind and level, and the channel where there is no call. */
function Codes({ intake, proposed, set }: Pick<Props, "intake" | "proposed" | "set">) {
  const w = useWords(operatorWords);
  const kind = useWords(kinds);
  const level = useWords(levels);
  const channel = useWords(channels);
  const id = useId();
  return (
    <>
      <Choice
        label={w.kind}
        help={
          intake.kind === null && proposed.kindBecause
            ? `${w.proposed}：${w.because(proposed.kindBecause)}`
            : undefined
        }
        options={optionsOf(kind)}
        value={proposed.kind}
        onChange={(value) => set({ kind: value })}
      />
      <Choice
        label={w.level}
        help={intake.level === null ? w.proposed : undefined}
        options={optionsOf(level)}
        value={proposed.level}
        onChange={(value) => set({ level: value })}
      />
      {intake.call === null && (
        <div className="told-field" onKeyDownCapture={passesOn}>
          <label className="told-label" htmlFor={id}>
            {w.channel}
          </label>
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={intake.channel}
            onChange={(value) => set({ channel: value })}
            options={optionsOf(channel)}
          />
        </div>
      )}
    </>
  );
}

/** Who calls, who may know it, and whether they want to be called. */
function Caller({
  intake,
  proposed,
  set,
  missing,
}: Pick<Props, "intake" | "proposed" | "set"> & { missing: boolean }) {
  const w = useWords(operatorWords);
  const confidential = useWords(confidentialities);
  return (
    <>
      <div className="told-pair">
        <Line label={w.name} value={intake.name} onChange={(name) => set({ name })} field="name" />
        <Line
          label={w.phone}
          value={intake.phone}
          onChange={(phone) => set({ phone })}
          field="phone"
          inputMode="tel"
          help={intake.call === null ? undefined : w.phoneFromCall}
          missing={missing}
        />
      </div>
      <div className="told-pair">
        <Choice
          label={w.confidentiality}
          options={optionsOf(confidential)}
          value={proposed.confidentiality}
          onChange={(confidentiality) => set({ confidentiality })}
        />
        <Choice
          label={w.callback}
          options={[
            { value: "yes", label: w.callbackYes },
            { value: "no", label: w.callbackNo },
          ]}
          value={intake.wantsCallback ? "yes" : "no"}
          onChange={(value) => set({ wantsCallback: value === "yes" })}
        />
      </div>
      {intake.wantsCallback && (
        <Line
          label={w.convenient}
          help={w.convenientHelp}
          value={intake.convenient}
          onChange={(convenient) => set({ convenient })}
        />
      )}
    </>
  );
}

export function Labelled({
  label,
  help,
  mark,
  missing,
  children,
}: {
  label: string;
  help?: string | undefined;
  mark?: string | undefined;
  missing?: boolean;
  children: (id: string) => ReactNode;
}) {
  const w = useWords(operatorWords);
  const id = useId();
  return (
    <div className={missing ? "told-field lacking" : "told-field"}>
      <label className="told-label" htmlFor={id}>
        {label}
        {mark && <small className="badge accent">{mark}</small>}
        {missing && <small className="field-missing">{w.stillMissing}</small>}
        {help && <small className="quiet"> {help}</small>}
      </label>
      {children(id)}
    </div>
  );
}

/** One line; Enter goes on. */
function Line({
  label,
  value,
  onChange,
  field,
  help,
  mark,
  missing = false,
  inputMode,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  field?: string;
  help?: string | undefined;
  mark?: string | undefined;
  missing?: boolean;
  inputMode?: "tel";
}) {
  return (
    <Labelled label={label} help={help} mark={mark} missing={missing}>
      {(id) => (
        <Input
          id={id}
          value={value}
          autoComplete="off"
          inputMode={inputMode}
          maxLength={500}
          data-field={field}
          onChange={(e) => onChange(e.target.value)}
          onPressEnter={(e) => {
            if (!e.ctrlKey && !e.nativeEvent.isComposing) goOn(e.currentTarget);
          }}
        />
      )}
    </Labelled>
  );
}

/** Enter in a picker that shows no choices, with nothing typed, goes on. */
function passesOn(event: KeyboardEvent<HTMLDivElement>): boolean {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || event.key !== "Enter" || event.ctrlKey) return false;
  if (input.value || input.getAttribute("aria-expanded") === "true") return false;
  event.preventDefault();
  event.stopPropagation();
  goOn(event.currentTarget);
  return true;
}

/** A matter or place: typed to search, or taken from the proposals with a digit. */
function Coded({
  label,
  picker: Picker,
  field,
  name,
  chosen,
  value,
  proposals,
  onChange,
  missing,
}: {
  label: string;
  picker: typeof MatterPicker;
  field: Gap;
  name: "matter" | "placePath";
  chosen: string | null;
  value: string | null;
  proposals: Proposal[];
  onChange: (code: string | null) => void;
  missing: boolean;
}) {
  const w = useWords(operatorWords);
  const city = useCity();
  const because = proposals.find(({ code }) => code === value)?.because;
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (value && passesOn(event)) return;
    const typed = event.target instanceof HTMLInputElement ? event.target.value : "";
    const proposal = proposals[event.key.length === 1 ? OPTION_KEYS.indexOf(event.key) : -1];
    if (typed || !proposal || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(proposal.code);
    goOn(event.currentTarget);
  }
  return (
    <Labelled
      label={label}
      missing={missing && !value}
      mark={chosen === null && value ? w.proposed : undefined}
      help={because?.length ? w.because(because.join("”“")) : undefined}
    >
      {(id) => (
        // The keys belong to the field inside.

        <div onKeyDownCapture={onKeyDown} data-field={field}>
          <Picker id={id} value={value} onChange={onChange} invalid={missing && !value} />
          {proposals.length > 1 && (
            <div className="proposals" aria-label={w.proposalKeys}>
              {proposals.map((one, i) => (
                <button
                  key={one.code}
                  type="button"
                  tabIndex={-1}
                  aria-pressed={one.code === value}
                  title={w.because(one.because.join("”“"))}
                  onClick={() => onChange(one.code)}
                >
                  <Key>{OPTION_KEYS.charAt(i)}</Key> {city[name](one.code)}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
    </Labelled>
  );
}
