/** 查看留痕: who looked at what, when and why; what is unusual; the record as a file. */
import { DownloadOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api, read } from "../api/client";
import { Head, Reading } from "../shell/Reading";
import { useCity } from "../city/city";
import { SheetDrawer } from "../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../words";
import { roles } from "../words/codes";
import { fromLocalInput } from "../words/time";
import { LookExport } from "./LookExport";
import { LookRows } from "./LookRows";
import { lookKinds, purposes, type Unusual } from "./looks";

const words = bilingual(
  {
    title: "查看留痕",
    lead: "谁在什么时候、为了什么看了哪些工单。每次查看自动记录，任何人都删不了。",
    login: "账号",
    number: "工单编号",
    what: "做了什么",
    why: "为了什么",
    from: "从",
    to: "到",
    any: "全部",
    none: "没有符合条件的记录。放宽时间，或清空条件。",
    more: "再显示一些",
    export: "导出…",
    unusual: "今天值得留意的",
    unusualNone: "今天没有异常：没有人比同岗位的人看得多很多，也没有人在非工作时间频繁查看。",
    counted: (n: number) => `已分析 ${n} 次查看`,
    see: "看其记录",
    usual: (n: number) => `，同岗位通常 ${n}`,
    codes: {
      many_orders: (n: number) => `看了 ${n} 件工单`,
      many_in_clear: (n: number) => `看了 ${n} 次未遮盖的个人信息`,
      outside_office_hours: (n: number) => `非工作时间查看 ${n} 次`,
    } as Record<string, (n: number) => string>,
  },
  {
    title: "Record of looks",
    lead: "Who looked at which orders, when and what for. Every look is recorded by itself, and nobody can delete it.",
    login: "Log-in",
    number: "Number of the order",
    what: "What",
    why: "What for",
    from: "From",
    to: "To",
    any: "Everything",
    none: "Nothing fits. Take a longer time, or clear the filter.",
    more: "Show more",
    export: "Take out…",
    unusual: "Worth a look today",
    unusualNone:
      "Nothing unusual today: nobody looked at far more than others in their role, nor often outside of office hours.",
    counted: (n: number) => `${n} looks counted`,
    see: "See the record",
    usual: (n: number) => `, usual in the role: ${n}`,
    codes: {
      many_orders: (n: number) => `looked at ${n} orders`,
      many_in_clear: (n: number) => `looked ${n} times at personal data in clear`,
      outside_office_hours: (n: number) => `looked ${n} times outside of office hours`,
    },
  },
);

const FILTERS = ["login", "number", "what", "purpose", "from", "to"] as const;
type FilterKey = (typeof FILTERS)[number];

export default function Looks() {
  const w = useWords(words);
  const kinds = useWords(lookKinds);
  const why = useWords(purposes);
  const [search, setSearch] = useSearchParams();
  const [exporting, setExporting] = useState(false);
  const said = Object.fromEntries(FILTERS.map((key) => [key, search.get(key) ?? ""])) as Record<
    FilterKey,
    string
  >;
  const query = {
    ...(said.login ? { login: said.login } : {}),
    ...(said.number ? { number: said.number } : {}),
    ...(said.what ? { what: said.what } : {}),
    ...(said.purpose ? { purpose: said.purpose } : {}),
    ...momentOf("from", said.from),
    ...momentOf("to", said.to),
  };
  const looks = useInfiniteQuery({
    queryKey: ["auditor", "looks", query],
    queryFn: ({ pageParam }) =>
      read(
        api.GET("/api/auditor/looks", {
          params: { query: { ...query, ...(pageParam ? { after: Number(pageParam) } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
  function choose(key: FilterKey, value: string | undefined) {
    const next = new URLSearchParams(search);
    if (value) next.set(key, value);
    else next.delete(key);
    setSearch(next, { replace: true });
  }
  const typed = (key: FilterKey, label: string, type = "text") => (
    <label className="labelled">
      {label}
      <Input
        type={type}
        allowClear
        value={said[key]}
        onChange={(event) => choose(key, event.target.value.trim())}
      />
    </label>
  );
  const chosen = (key: FilterKey, label: string, table: Record<string, string>) => (
    <div className="labelled">
      <span aria-hidden>{label}</span>
      <Select
        aria-label={label}
        allowClear
        style={{ width: "11rem" }}
        placeholder={w.any}
        value={said[key] || null}
        onChange={(value: string | undefined) => choose(key, value)}
        options={Object.entries(table).map(([value, word]) => ({ value, label: word }))}
      />
    </div>
  );
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setExporting(true)}>
          {w.export}
        </Button>
      </Head>
      <UnusualToday onSee={(login) => setSearch({ login }, { replace: true })} />
      <div className="toolbar">
        {typed("login", w.login)}
        {typed("number", w.number)}
        {chosen("what", w.what, kinds)}
        {chosen("purpose", w.why, why)}
        {typed("from", w.from, "datetime-local")}
        {typed("to", w.to, "datetime-local")}
      </div>
      <Reading of={looks}>
        {({ pages }) => (
          <>
            <LookRows looks={pages.flatMap(({ items }) => items)} empty={w.none} />
            {looks.hasNextPage && (
              <div className="orders-more">
                <Button loading={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
                  {w.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Reading>
      <SheetDrawer open={exporting} title={w.export} onClose={() => setExporting(false)}>
        <LookExport which={query} onClose={() => setExporting(false)} />
      </SheetDrawer>
    </>
  );
}

/** A moment of the query, when it is one. */
function momentOf<K extends "from" | "to">(key: K, typed: string): Partial<Record<K, number>> {
  const moment = typed ? fromLocalInput(typed) : null;
  return moment === null ? {} : ({ [key]: moment } as Record<K, number>);
}

/** Who stands out today, and why. */
function UnusualToday({ onSee }: { onSee: (login: string) => void }) {
  const w = useWords(words);
  const unusual = useQuery({
    queryKey: ["auditor", "unusual"],
    queryFn: () => read(api.GET("/api/auditor/unusual-looks")),
  });
  return (
    <section className="block">
      <h2>{w.unusual}</h2>
      <Reading of={unusual}>
        {({ people, counted }) => (
          <>
            {!people.length && <p>{w.unusualNone}</p>}
            <ul className="plain stack">
              {people.map((one) => (
                <li key={one.login} className="row-between">
                  <UnusualLine of={one} />
                  <Button onClick={() => onSee(one.login)}>{w.see}</Button>
                </li>
              ))}
            </ul>
            <p className="quiet small">{w.counted(counted)}</p>
          </>
        )}
      </Reading>
    </section>
  );
}

function UnusualLine({ of }: { of: Unusual }) {
  const w = useWords(words);
  const role = useWords(roles);
  const city = useCity();
  return (
    <span>
      <strong>{of.login}</strong>{" "}
      <small className="quiet">
        {wordOf(role, of.role)} · {city.unit(of.unit)}
      </small>
      <br />
      {of.why
        .map(
          ({ code, count, usual }) =>
            `${w.codes[code]?.(count) ?? `${code} ${count}`}${usual == null ? "" : w.usual(usual)}`,
        )
        .join("；")}
    </span>
  );
}
