/** 预演: what other rules would do to the orders in hand. */
import { Alert } from "antd";
import { useCity } from "../../city/city";
import { Rows } from "../../shell/Rows";
import { bilingual, useWords, wordOf } from "../../words";
import { clocks } from "../../words/codes";
import { limit } from "../../words/time";
import { Time } from "../../words/Time";
import type { RulePreview } from "../lists";

const words = bilingual(
  {
    contradiction: (why: string) => `这样改不行，规则自相矛盾：${why}`,
    looked: (n: number, open: number) =>
      n === open ? `在办 ${open} 件，全部算过。` : `在办 ${open} 件，算了最先到期的 ${n} 件。`,
    nothing: "在办工单的期限都不变。",
    clock: "环节",
    earlier: "提前到期",
    later: "推后到期",
    late: "立即超期",
    again: "不再超期",
    examples: (clock: string) => `${clock}：举例`,
    order: "工单",
    unit: "单位",
    rule: "规定",
    before: "原期限",
    after: "新期限",
    note: "这只是预演：在办工单已承诺的期限不会变，这里显示的是假如从头按新数字计算会怎样。",
  },
  {
    contradiction: (why: string) => `It cannot be so, the rules contradict themselves: ${why}`,
    looked: (n: number, open: number) =>
      n === open
        ? `All ${open} open orders were looked at.`
        : `${n} of ${open} open orders, those due first, were looked at.`,
    nothing: "No deadline of an open order would move.",
    clock: "Clock",
    earlier: "Due earlier",
    later: "Due later",
    late: "Late at once",
    again: "In time again",
    examples: (clock: string) => `${clock}: examples`,
    order: "Order",
    unit: "Unit",
    rule: "Rule",
    before: "Due now",
    after: "Would be due",
    note: "This is a rehearsal: orders in hand keep what they were promised. It shows how they would fare had they begun under the new numbers.",
  },
);

export function Preview({ preview }: { preview: RulePreview }) {
  const w = useWords(words);
  const names = useWords(clocks);
  const city = useCity();
  if (preview.contradiction)
    return <Alert type="error" showIcon role="alert" title={w.contradiction(preview.contradiction)} />;
  const figure = (n: number, bad = false) =>
    n ? <strong className={bad ? "bad-figure" : ""}>{n}</strong> : 0;
  return (
    <div className="stack" role="status">
      <p>
        {w.looked(preview.looked_at, preview.open)} {preview.clocks.length ? w.note : w.nothing}
      </p>
      {preview.clocks.length > 0 && (
        <Rows
          label={w.clock}
          rows={preview.clocks}
          keyOf={({ kind }) => kind}
          empty=""
          cells={[
            { key: "clock", title: w.clock, as: "main", cell: ({ kind }) => wordOf(names, kind) },
            { key: "late", title: w.late, as: "figure", cell: (one) => figure(one.late_at_once, true) },
            { key: "earlier", title: w.earlier, as: "figure", cell: (one) => figure(one.earlier) },
            { key: "later", title: w.later, as: "figure", cell: (one) => figure(one.later) },
            { key: "again", title: w.again, as: "figure", cell: (one) => figure(one.in_time_again) },
          ]}
        />
      )}
      {preview.clocks.map(({ kind, examples }) => (
        <details key={kind}>
          <summary>{w.examples(wordOf(names, kind))}</summary>
          <Rows
            label={w.examples(wordOf(names, kind))}
            rows={examples}
            keyOf={({ number, moved }) => `${number} ${moved.part}`}
            empty=""
            cells={[
              {
                key: "order",
                title: w.order,
                as: "main",
                cell: ({ number }) => <span className="number">{number}</span>,
              },
              { key: "unit", title: w.unit, cell: ({ unit }) => city.unit(unit) },
              {
                key: "rule",
                title: w.rule,
                cell: ({ moved }) => `${limit(moved.was)} → ${limit(moved.becomes)}`,
              },
              {
                key: "before",
                title: w.before,
                cell: ({ moved }) => <Time at={moved.before} show="exact" />,
              },
              { key: "after", title: w.after, cell: ({ moved }) => <Time at={moved.after} show="exact" /> },
            ]}
          />
        </details>
      ))}
    </div>
  );
}
