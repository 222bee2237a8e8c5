/** The form of an act: its fields, its checklist, what will happen; drafts; changes meanwhile. */
import { Alert, Button, Checkbox } from "antd";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { Refused } from "../api/client";
import { newKey } from "../api/send";
import { useProblemWords } from "../api/useProblem";
import type { OrderPage, Performed, ProblemOf } from "../api/types";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { Key, useKeys } from "../shell/keys";
import { useSettings } from "../shell/settings";
import { useWords, wordOf } from "../words";
import { acts } from "../words/acts";
import { roles } from "../words/codes";
import { Time } from "../words/Time";
import { bodyOf } from "./body";
import { draftOf, dropDraft, keepDraft } from "./drafts";
import { FieldView } from "./FieldView";
import type { ActForm as Form, Field, Values } from "./form";
import { nameOf, usePerform } from "./usePerform";
import { initial, isMissing, isShown } from "./values";
import { actWords } from "./words";
import "./acts.css";

interface Props {
  form: Form;
  page: OrderPage;
  /** Values to begin with, by field. */
  preset?: Values;
  /** It is done, or kept to be sent later (null). */
  onDone: (performed: Performed | null) => void;
  onCancel?: () => void;
  /** It stands in the page: the focus stays where it is, so that the keys of the list go on. */
  inline?: boolean;
}

export function ActForm({ form, page, preset, onDone, onCancel, inline = false }: Props) {
  const w = useWords(actWords);
  const { language } = useSettings();
  const say = useProblemWords();
  const city = useCity();
  const me = useMe();
  const perform = usePerform();
  const { order } = page;
  const fields = Object.entries(form.fields as Record<string, Field>);
  const fresh = useMemo(
    () => ({
      ...Object.fromEntries(
        Object.entries(form.fields as Record<string, Field>).map(([name, field]) => [
          name,
          initial(field, order, me.unit, city),
        ]),
      ),
      ...preset,
    }),
    // What the form begins with is decided when it is opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [form, order.number],
  );
  const draft = useMemo(() => draftOf(me.login, order.number, form.act), [me.login, order.number, form.act]);
  const [values, setValues] = useState<Values>({ ...fresh, ...draft, ...preset });
  const [drafted, setDrafted] = useState(draft !== null);
  const [version, setVersion] = useState(order.version);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const key = useRef(newKey());
  const here = useRef<HTMLFormElement>(null);

  function set(name: string, value: unknown) {
    setValues((before) => {
      const next = { ...before, [name]: value };
      keepDraft(me.login, order.number, form.act, next);
      return next;
    });
    // What is said has changed: it is another call.
    key.current = newKey();
  }
  const missing = new Set(
    fields.filter(([name, field]) => isMissing(field, values[name], values)).map(([name]) => name),
  );
  const unticked = (form.checklist ?? []).length > ticked.size;

  async function submit(against: number | "*" = version) {
    setTried(true);
    if (missing.size || unticked) {
      requestAnimationFrame(() =>
        here.current
          ?.querySelector<HTMLElement>(".field-missing")
          ?.closest(".field")
          ?.querySelector<HTMLElement>("input,textarea,[tabindex]")
          ?.focus(),
      );
      return;
    }
    if (form.lasting && !asked) return setAsked(true);
    setBusy(true);
    setProblem(null);
    try {
      const performed = await perform({
        form,
        number: order.number,
        title: nameOf(page),
        body: bodyOf(form, values),
        version: against,
        id: key.current,
      });
      dropDraft(me.login, order.number, form.act);
      onDone(performed);
    } catch (error) {
      setProblem(error);
      setAsked(false);
      // A key that was refused is not used again.
      key.current = newKey();
    } finally {
      setBusy(false);
    }
  }
  useKeys([{ keys: "Ctrl+Enter", does: w.ctrlEnter, typing: true, run: () => void submit() }]);
  useEffect(() => {
    if (asked) here.current?.querySelector<HTMLElement>(".sure button")?.focus();
  }, [asked]);

  const changed = problem instanceof Refused && problem.problem.code === "changed" ? problem.problem : null;
  const first = fields.find(([, field]) => field.kind !== "part" && field.kind !== "number")?.[0];
  return (
    <form
      ref={here}
      className="act-form stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {drafted && (
        <Alert
          type="info"
          title={w.draft}
          action={
            <Button
              size="small"
              onClick={() => {
                dropDraft(me.login, order.number, form.act);
                setValues(fresh);
                setDrafted(false);
              }}
            >
              {w.draftDrop}
            </Button>
          }
        />
      )}
      {fields.map(
        ([name, field]) =>
          isShown(field, values) && (
            <FieldView
              key={name}
              field={field}
              value={values[name]}
              values={values}
              order={order}
              onChange={(value) => set(name, value)}
              missing={tried && missing.has(name)}
              autoFocus={!inline && name === first}
              onAttached={(made) => setVersion((seen) => (made === seen + 1 ? made : seen))}
            />
          ),
      )}
      {form.checklist && (
        <fieldset className="field">
          <legend>{w.checkFirst}</legend>
          <div className="choices">
            {form.checklist.map((item, i) => (
              <Checkbox
                key={i}
                checked={ticked.has(i)}
                onChange={(e) => {
                  const next = new Set(ticked);
                  if (e.target.checked) next.add(i);
                  else next.delete(i);
                  setTicked(next);
                }}
              >
                {item[language]}
              </Checkbox>
            ))}
          </div>
          {tried && unticked && <span className="field-missing">{w.unchecked}</span>}
        </fieldset>
      )}
      {changed ? (
        <Changed problem={changed} onSend={() => void submit(changed.version)} busy={busy} />
      ) : (
        problem !== null && <Alert type="error" showIcon title={say(problem)} role="alert" />
      )}
      <p className="quiet small">
        {w.whatHappens}
        {form.what[language]}
      </p>
      {asked && form.lasting ? (
        <Alert
          className="sure"
          type="warning"
          showIcon
          title={form.lasting[language]}
          action={
            <span className="buttons">
              <Button type="primary" danger={form.danger ?? false} loading={busy} htmlType="submit">
                {w.sure}
              </Button>
              <Button onClick={() => setAsked(false)}>{w.goBack}</Button>
            </span>
          }
        />
      ) : (
        <div className="buttons act-send">
          <Button type="primary" danger={form.danger ?? false} loading={busy} htmlType="submit" size="large">
            {w.send} <Key>Ctrl+Enter</Key>
          </Button>
          {onCancel && (
            <Button size="large" onClick={onCancel}>
              {w.cancel}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

/** What happened since the form was opened; what was typed stays. */
function Changed({
  problem,
  onSend,
  busy,
}: {
  problem: ProblemOf<"changed">;
  onSend: () => void;
  busy: boolean;
}) {
  const w = useWords(actWords);
  const names = useWords(acts);
  const role = useWords(roles);
  const city = useCity();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={w.changedTitle}
      description={
        <div className="stack">
          <ul>
            {problem.since.map((since) => (
              <li key={since.seq}>
                <Time at={since.at} />{" "}
                {w.by(`${city.unit(since.unit)} ${role[since.role]}`, wordOf(names, since.act))}
              </li>
            ))}
          </ul>
          <span>{w.changedAsk}</span>
          <div>
            <Button onClick={onSend} loading={busy}>
              {w.sendAnyway}
            </Button>
          </div>
        </div>
      }
    />
  );
}
