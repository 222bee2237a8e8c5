/** 政策包: every number with its basis; what other numbers would do; a change that holds from a moment to come. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { api, read } from "../../api/client";
import { Rows } from "../../shell/Rows";
import { useSettings } from "../../shell/settings";
import { bilingual, useWords } from "../../words";
import { Time, useNow } from "../../words/Time";
import { listKey, type PolicyNumber, type PolicyPage } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { groupName, groupOf, numberName, numberValue } from "./numbers";
import { Trial } from "./Trial";

const words = bilingual(
  {
    title: "政策包",
    lead: "时限、次数、权重都在这里，每个数字都有依据。先试改、看对在办工单的影响，再定从何时起生效；已经承诺的期限不变。",
    pack: "政策包",
    followed: "本市执行",
    source: "制定依据",
    holds: "现行",
    version: (n: number) => `第 ${n} 版`,
    from: "起生效",
    toCome: "待生效",
    find: "查数字、依据",
    name: "规定",
    value: "数值",
    basis: "依据",
    acts: "操作",
    change: "试改",
    taken: "已列入试改",
    own: "本市自定",
    none: "没有符合的规定，换个说法试试。",
    text: "查看原文（TOML）",
  },
  {
    title: "Policy packs",
    lead: "Limits, counts and weights, each with its basis. Try a change, see what it would do to the orders in hand, then set it in force from a moment to come; what was promised is kept.",
    pack: "Pack",
    followed: "followed here",
    source: "Made from",
    holds: "in force",
    version: (n: number) => `version ${n}`,
    from: "from",
    toCome: "to come",
    find: "Find a number or a basis",
    name: "Rule",
    value: "Value",
    basis: "Basis",
    acts: "Actions",
    change: "Try another",
    taken: "being tried",
    own: "its own",
    none: "Nothing fits; try other words.",
    text: "The text (TOML)",
  },
);

export default function Policies() {
  const w = useWords(words);
  const [search, setSearch] = useSearchParams();
  const packs = useQuery({
    queryKey: listKey("policies"),
    queryFn: () => read(api.GET("/api/administrator/policies")),
  });
  const code = search.get("pack") ?? packs.data?.find(({ followed }) => followed)?.code ?? null;
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <Reading of={packs}>
        {(all) => (
          <>
            <div className="toolbar">
              <Select
                className="picker"
                aria-label={w.pack}
                value={code}
                onChange={(pack: string) => setSearch({ pack }, { replace: true })}
                options={all.map((pack) => ({
                  value: pack.code,
                  label: `${pack.name}${pack.followed ? `（${w.followed}）` : ""}`,
                }))}
              />
            </div>
            {code && <OnePack key={code} code={code} />}
          </>
        )}
      </Reading>
    </>
  );
}

function OnePack({ code }: { code: string }) {
  const page = useQuery({
    queryKey: [...listKey("policies"), code],
    queryFn: () => read(api.GET("/api/administrator/policies/{id}", { params: { path: { id: code } } })),
  });
  return <Reading of={page}>{(read) => <PackPage page={read} />}</Reading>;
}

function PackPage({ page }: { page: PolicyPage }) {
  const w = useWords(words);
  const { language } = useSettings();
  const { pack, numbers, own, text } = page;
  const [typed, setTyped] = useState("");
  const [changes, setChanges] = useState<readonly PolicyNumber[]>([]);
  const mine = useMemo(() => new Set(own), [own]);
  const q = typed.trim();
  const fitting = numbers.filter(
    ({ path, value, basis }) =>
      !q ||
      [
        path,
        basis,
        groupName(language, groupOf(path)),
        numberName(language, path),
        numberValue(language, value),
      ].some((said) => said.includes(q)),
  );
  const groups = [...new Set(fitting.map(({ path }) => groupOf(path)))];
  return (
    <>
      <section className="block">
        <dl className="facts">
          <dt>{w.source}</dt>
          <dd>{pack.source}</dd>
          {pack.versions.map((version) => (
            <FactOfVersion key={version.version} version={version} from={page.from} />
          ))}
        </dl>
      </section>
      {changes.length > 0 && <Trial page={page} changes={changes} onChange={setChanges} />}
      <div className="toolbar">
        <Input.Search
          className="grow-field"
          allowClear
          placeholder={w.find}
          aria-label={w.find}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {!groups.length && <p className="quiet">{w.none}</p>}
      {groups.map((group) => (
        <section key={group}>
          <h2>{groupName(language, group)}</h2>
          <Rows
            label={groupName(language, group)}
            rows={fitting.filter(({ path }) => groupOf(path) === group)}
            keyOf={({ path }) => path}
            empty={w.none}
            cells={[
              {
                key: "name",
                title: w.name,
                as: "main",
                cell: ({ path }) => (
                  <>
                    {numberName(language, path)}{" "}
                    {pack.code !== "national" && mine.has(path) && (
                      <span className="badge accent">{w.own}</span>
                    )}
                  </>
                ),
              },
              {
                key: "value",
                title: w.value,
                cell: ({ value }) => <strong className="number">{numberValue(language, value)}</strong>,
              },
              { key: "basis", title: w.basis, cell: ({ basis }) => <span className="quiet">{basis}</span> },
              {
                key: "acts",
                title: w.acts,
                as: "acts",
                cell: (number) =>
                  changes.some(({ path }) => path === number.path) ? (
                    <span className="badge soon">{w.taken}</span>
                  ) : (
                    <Button
                      type="text"
                      aria-label={`${w.change} ${numberName(language, number.path)}`}
                      onClick={() => {
                        setChanges([...changes, { ...number, basis: "" }]);
                        window.scrollTo({ top: 0 });
                      }}
                    >
                      {w.change}
                    </Button>
                  ),
              },
            ]}
          />
        </section>
      ))}
      <details>
        <summary>{w.text}</summary>
        <pre className="journal">{text}</pre>
      </details>
    </>
  );
}

function FactOfVersion({
  version,
  from,
}: {
  version: PolicyPage["pack"]["versions"][number];
  /** The day that the text itself names. */
  from: string;
}) {
  const w = useWords(words);
  const now = useNow();
  return (
    <>
      <dt>{w.version(version.version)}</dt>
      <dd>
        {version.in_force_from > 0 ? <Time at={version.in_force_from} show="exact" /> : from} {w.from}{" "}
        {version.holds ? (
          <span className="badge good">{w.holds}</span>
        ) : (
          version.in_force_from > now && <span className="badge soon">{w.toCome}</span>
        )}
      </dd>
    </>
  );
}
