/** 目录体检: what is wrong with a version, each finding with its example. */
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { ReactNode } from "react";
import { listKey } from "../administrator/lists";
import { api, read } from "../api/client";
import { useCity } from "../city/city";
import { Head, Reading } from "../shell/Reading";
import { Rows } from "../shell/Rows";
import { bilingual, useWords } from "../words";
import { unfits } from "../words/duties";
import { Conditions } from "./Conditions";
import type { Findings } from "./drafts";
import { VersionPicker } from "./VersionPicker";

const words = bilingual(
  {
    title: "目录体检",
    lead: "查目录里互相矛盾的、没人管的、单位已撤并的、依据到期的条目。发现的问题起草修订来改。",
    covered: (covered: number, all: number) => `${all} 件工单中，${covered} 件有条目可依`,
    contradictions: "互相矛盾",
    gaps: "没有条目",
    dead_units: "单位失效",
    expired: "到期未续",
    past_review: "过了复审日期",
    cycles: "互指主办",
    none: "没有发现。",
    orders: (n: number) => `${n} 件工单没有条目可依`,
    noOrders: "还没有这类工单",
    such: (number: string) => `如 ${number}`,
    since: (day: string) => `${day} 起`,
    against: "与",
    instead: (unit: string) => `由${unit}承接`,
    everywhere: "全市",
  },
  {
    title: "Check of the directory",
    lead: "Entries that contradict each other, matters that are nobody's, units that are gone, entries that ran out. What is found is mended by a draft.",
    covered: (covered: number, all: number) => `${covered} of ${all} orders have an entry to rest on`,
    contradictions: "Contradictions",
    gaps: "Gaps",
    dead_units: "Dead units",
    expired: "Ran out, not replaced",
    past_review: "Past their review",
    cycles: "Each calls the other the lead",
    none: "Nothing was found.",
    orders: (n: number) => `${n} orders without an entry`,
    noOrders: "no such order yet",
    such: (number: string) => `such as ${number}`,
    since: (day: string) => `since ${day}`,
    against: "and",
    instead: (unit: string) => `${unit} is in its place`,
    everywhere: "the whole city",
  },
);

export default function Checked() {
  const w = useWords(words);
  const [search, setSearch] = useSearchParams();
  const version = search.get("version") ?? "";
  const found = useQuery({
    queryKey: [...listKey("findings"), version],
    queryFn: () => read(api.GET("/api/directory/findings", { params: { query: { version } } })),
  });
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <VersionPicker
          value={version}
          onChange={(chosen) => setSearch(chosen ? { version: chosen } : {}, { replace: true })}
        />
      </Head>
      <Reading of={found}>{(all) => <Shown found={all} />}</Reading>
    </>
  );
}

function Shown({ found }: { found: Findings }) {
  const w = useWords(words);
  const unfit = useWords(unfits);
  const city = useCity();
  const entry = (code: string) => <span className="number">{code}</span>;
  return (
    <div className="stack">
      <p>{w.covered(found.orders_covered, found.orders)}</p>
      <Kind
        name={w.contradictions}
        rows={found.contradictions}
        keyOf={({ one, other }) => `${one.code} ${other.code}`}
        show={({ one, other }) => (
          <>
            {city.matterPath(one.matter)} · {one.place ? city.placePath(one.place) : w.everywhere}
            <br />
            {entry(one.code)} {city.unit(one.lead)} <Conditions of={one} /> {w.against} {entry(other.code)}{" "}
            {city.unit(other.lead)} <Conditions of={other} />
          </>
        )}
      />
      <Kind
        name={w.gaps}
        rows={found.gaps}
        keyOf={({ matter }) => matter}
        show={({ matter, orders, example, places }) => (
          <>
            {city.matterPath(matter)}{" "}
            <small className={orders ? "badge soon" : "quiet"}>
              {orders ? w.orders(orders) : w.noOrders}
            </small>{" "}
            {example && <small className="quiet">{w.such(example)}</small>}
            {places.length > 0 && (
              <>
                <br />
                <small className="quiet">{places.slice(0, 8).map(city.placePath).join("、")}</small>
              </>
            )}
          </>
        )}
      />
      <Kind
        name={w.dead_units}
        rows={found.dead_units}
        keyOf={({ entry: code, unit }) => `${code} ${unit}`}
        show={({ entry: code, unit, why, successor }) => (
          <>
            {entry(code)} {city.unit(unit)} <span className="badge late">{unfit[why]}</span>{" "}
            {successor && w.instead(city.unit(successor))}
          </>
        )}
      />
      {(["expired", "past_review"] as const).map((kind) => (
        <Kind
          key={kind}
          name={w[kind]}
          rows={found[kind]}
          keyOf={({ entry: code }) => code}
          show={({ entry: code, since, basis }) => (
            <>
              {entry(code)} {basis} <small className="quiet">{w.since(since)}</small>
            </>
          )}
        />
      ))}
      <Kind
        name={w.cycles}
        rows={found.cycles}
        keyOf={({ units, entries }) => [...units, ...entries].join(" ")}
        show={({ units, entries }) => (
          <>
            {units.map(city.unit).join(" → ")} <small className="quiet number">{entries.join("、")}</small>
          </>
        )}
      />
    </div>
  );
}

interface KindProps<T> {
  name: string;
  rows: readonly T[];
  keyOf: (row: T) => string;
  show: (row: T) => ReactNode;
}

function Kind<T>({ name, rows, keyOf, show }: KindProps<T>) {
  const w = useWords(words);
  return (
    <section>
      <h2>
        {name} <span className={`badge ${rows.length ? "late" : "good"}`}>{rows.length}</span>
      </h2>
      {rows.length > 0 && (
        <Rows
          label={name}
          rows={rows}
          keyOf={keyOf}
          empty={w.none}
          cells={[{ key: "what", title: name, as: "main", cell: show }]}
        />
      )}
    </section>
  );
}
