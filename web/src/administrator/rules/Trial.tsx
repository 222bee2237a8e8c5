/** 试改: other numbers, what they would do to the orders in hand, and setting them in force. */
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { api, read } from "../../api/client";
import { useProblemWords } from "../../api/useProblem";
import { Field, SheetDrawer, SheetForm } from "../../shell/SheetForm";
import { useSettings } from "../../shell/settings";
import { bilingual, useWords } from "../../words";
import { fromLocalInput, toLocalInput } from "../../words/time";
import { useNow } from "../../words/Time";
import { BasisField } from "../BasisField";
import { ifMatch, useDone, type PolicyNumber, type PolicyPage } from "../lists";
import { groupName, groupOf, numberName, numberValue } from "./numbers";
import { Preview } from "./Preview";
import { ValueField } from "./ValueField";

const words = bilingual(
  {
    title: "试改",
    lead: "这里的改动还没有生效，也不影响任何人。",
    now: "现为",
    to: "改为",
    basis: "这个数字的依据",
    basisHint: "例：×市接诉即办办法第十条",
    drop: "不改了",
    try: "看对在办工单的影响",
    needsBasis: "每个改动的数字都要写明依据，才能预演和生效。",
    same: "改后的数值与现在相同。",
    setForce: "定为生效…",
    forceTitle: "定为生效",
    from: "从何时起生效",
    fromHelp: "必须是将来的时间。生效前已派出的工单，期限不变；此后新开始的环节按新数字计算。",
    past: "生效时间须在将来。",
    sure: (n: number) => `${n} 个数字将按所定时间生效，并记入变更记录。`,
    save: "定为生效",
    saved: "已定，到时自动生效。",
    first: "请先预演，看过影响再定。",
  },
  {
    title: "Being tried",
    lead: "Nothing here holds yet, and nobody is affected.",
    now: "now",
    to: "becomes",
    basis: "What this number rests on",
    basisHint: "For example: city rules, article 10",
    drop: "Leave it",
    try: "See what it would do to the orders in hand",
    needsBasis: "Each number that changes needs its basis before it can be tried or set.",
    same: "The value is what it is now.",
    setForce: "Set in force…",
    forceTitle: "Set in force",
    from: "In force from",
    fromHelp:
      "A moment to come. What is dispatched before keeps its deadlines; what begins afterwards counts by the new numbers.",
    past: "It must lie in the future.",
    sure: (n: number) => `${n} numbers will hold from that moment, and the change is recorded.`,
    save: "Set in force",
    saved: "Set; it holds by itself when the time comes.",
    first: "Try it first, and see what it does.",
  },
);

interface Props {
  page: PolicyPage;
  changes: readonly PolicyNumber[];
  onChange: (changes: readonly PolicyNumber[]) => void;
}

export function Trial({ page, changes, onChange }: Props) {
  const w = useWords(words);
  const { language } = useSettings();
  const say = useProblemWords();
  const [setting, setSetting] = useState(false);
  const known = new Map(page.numbers.map((number) => [number.path, number]));
  const preview = useMutation({
    mutationFn: (tried: readonly PolicyNumber[]) =>
      read(
        api.POST("/api/administrator/policy-previews", {
          body: { policy: page.pack.code, changes: [...tried] },
        }),
      ),
  });
  const put = (path: string, change: Partial<PolicyNumber>) => {
    preview.reset();
    onChange(changes.map((one) => (one.path === path ? { ...one, ...change } : one)));
  };
  const founded = changes.every(({ basis }) => basis.trim());
  const tried = preview.data && !preview.data.contradiction;
  return (
    <section className="block stack trial" aria-label={w.title}>
      <div>
        <h2>{w.title}</h2>
        <p className="quiet small">{w.lead}</p>
      </div>
      {changes.map((change) => {
        const { value } = known.get(change.path) ?? change;
        const name = `${groupName(language, groupOf(change.path))} · ${numberName(language, change.path)}`;
        return (
          <div key={change.path} className="trial-row">
            <div>
              <strong>{name}</strong>
              <br />
              <small className="quiet">
                {w.now} {numberValue(language, value)}
                {JSON.stringify(value) === JSON.stringify(change.value) && ` · ${w.same}`}
              </small>
            </div>
            <ValueField
              label={`${name} ${w.to}`}
              value={change.value}
              known={value}
              onChange={(next) => put(change.path, { value: next })}
            />
            <Input
              aria-label={`${name} ${w.basis}`}
              placeholder={`${w.basis}（${w.basisHint}）`}
              value={change.basis}
              onChange={(event) => put(change.path, { basis: event.target.value })}
            />
            <Button
              type="text"
              onClick={() => {
                preview.reset();
                onChange(changes.filter(({ path }) => path !== change.path));
              }}
            >
              {w.drop}
            </Button>
          </div>
        );
      })}
      <div className="buttons">
        <Button
          type="primary"
          disabled={!founded}
          loading={preview.isPending}
          onClick={() => preview.mutate(changes)}
        >
          {w.try}
        </Button>
        <Button disabled={!tried} onClick={() => setSetting(true)}>
          {w.setForce}
        </Button>
        <span className="quiet small">
          {!founded ? w.needsBasis : !tried && !preview.data ? w.first : ""}
        </span>
      </div>
      {preview.isError && <Alert type="error" showIcon role="alert" title={say(preview.error)} />}
      {preview.data && <Preview preview={preview.data} />}
      <SheetDrawer open={setting} title={w.forceTitle} onClose={() => setSetting(false)}>
        <SetForm
          page={page}
          changes={changes}
          onClose={() => setSetting(false)}
          onDone={() => onChange([])}
        />
      </SheetDrawer>
    </section>
  );
}

function SetForm({
  page,
  changes,
  onClose,
  onDone,
}: {
  page: PolicyPage;
  changes: readonly PolicyNumber[];
  onClose: () => void;
  onDone: () => void;
}) {
  const w = useWords(words);
  const done = useDone();
  const now = useNow();
  const [from, setFrom] = useState(() => `${toLocalInput(now + 86_400_000).slice(0, 10)}T00:00`);
  const [basis, setBasis] = useState("");
  const [tried, setTried] = useState(false);
  const moment = fromLocalInput(from);
  const toCome = moment !== null && moment > now;
  const last = Math.max(...page.pack.versions.map(({ version }) => version));
  async function save(against?: number) {
    if (moment === null) return;
    await read(
      api.PUT("/api/administrator/policies/{id}", {
        params: { path: { id: page.pack.code }, header: ifMatch(against ?? last) },
        body: { changes: [...changes], in_force_from: moment, basis },
      }),
    );
    await done(w.saved, "policies");
    onClose();
    onDone();
  }
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={toCome && !!basis.trim()}
      onTried={() => setTried(true)}
      save={w.save}
      sure={w.sure(changes.length)}
    >
      <Field label={w.from} help={tried && !toCome ? w.past : w.fromHelp}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            type="datetime-local"
            status={tried && !toCome ? "error" : ""}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <BasisField value={basis} onChange={setBasis} missing={tried} />
    </SheetForm>
  );
}
