/** 目录回放: what a version, or a draft, would have done with past orders; beside it what the directory in force would. */
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link, useSearchParams } from "react-router";
import { listKey } from "../administrator/lists";
import { api, read } from "../api/client";
import { useCity } from "../city/city";
import { Head, Reading } from "../shell/Reading";
import { Rows } from "../shell/Rows";
import { bilingual, useWords } from "../words";
import type { ReplayPage } from "./drafts";
import { VersionPicker } from "./VersionPicker";

const words = bilingual(
  {
    title: "目录回放",
    lead: "拿一版目录或一份草案，对以往工单重派一遍：看哪些会派给别的单位，能少退多少单、少多少争议，又会派错多少。",
    before: "现行目录",
    after: "所选版本",
    figure: "指标",
    orders: "看过的工单",
    named: "有条目可依",
    unnamed: "没有条目，要人判断",
    conditional: "情况未查明，可能另有条目适用",
    changed: "会首派给别的单位",
    right_at_once: "其中一次派对",
    astray: "其中反而派错",
    returns_saved: "能少的退单",
    disputes_saved: "能少的争议",
    never_hit: "从未用到的条目",
    moved: "从哪里到哪里",
    from: "当时首派",
    to: "会派给",
    count: "件数",
    right: "派对",
    wrong: "派错",
    such: "例",
    none: "没有工单会派给别的单位。",
    part: "工单太多，只看了其中一部分；要看全部，请在服务器上运行 minsheng directory replay。",
    unused: "从未用到的条目编号",
  },
  {
    title: "Replay of the directory",
    lead: "Dispatches past orders once more by a version or a draft: which would go elsewhere, how many returns and disputes it saves, and how many it would send astray.",
    before: "In force",
    after: "Chosen",
    figure: "Figure",
    orders: "Orders looked at",
    named: "An entry covers them",
    unnamed: "No entry: a person decides",
    conditional: "Too little is known: another entry may apply",
    changed: "Would first go to another unit",
    right_at_once: "of these, right at once",
    astray: "of these, astray",
    returns_saved: "Returns saved",
    disputes_saved: "Disputes saved",
    never_hit: "Entries never hit",
    moved: "From where to where",
    from: "First sent to",
    to: "Would go to",
    count: "Orders",
    right: "Right",
    wrong: "Astray",
    such: "Such as",
    none: "No order would go elsewhere.",
    part: "There are too many orders: only some were looked at. For all, run minsheng directory replay on the server.",
    unused: "Codes of the entries never hit",
  },
);

const FIGURES = [
  "orders",
  "named",
  "unnamed",
  "conditional",
  "changed",
  "right_at_once",
  "astray",
  "returns_saved",
  "disputes_saved",
] as const;

const useReplay = (version: string) =>
  useQuery({
    queryKey: [...listKey("replays"), version],
    queryFn: () => read(api.GET("/api/directory/replays", { params: { query: { version } } })),
    staleTime: 60_000,
  });

export default function Replayed() {
  const w = useWords(words);
  const [search, setSearch] = useSearchParams();
  const version = search.get("version") ?? "";
  const now = useReplay("");
  const chosen = useReplay(version);
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <VersionPicker
          value={version}
          onChange={(next) => setSearch(next ? { version: next } : {}, { replace: true })}
        />
      </Head>
      <Reading of={now}>
        {(before) => (
          <Reading of={chosen}>
            {(after) => <Compared before={version ? before : null} after={after} />}
          </Reading>
        )}
      </Reading>
    </>
  );
}

function Compared({ before, after }: { before: ReplayPage | null; after: ReplayPage }) {
  const w = useWords(words);
  const city = useCity();
  const figures = [
    ...FIGURES.map((key) => ({ key, before: before?.outcome[key], after: after.outcome[key] })),
    {
      key: "never_hit" as const,
      before: before?.outcome.never_hit.length,
      after: after.outcome.never_hit.length,
    },
  ];
  return (
    <div className="stack">
      {!(after.complete && (before?.complete ?? true)) && <Alert type="warning" showIcon title={w.part} />}
      <Rows
        label={w.title}
        rows={figures}
        keyOf={({ key }) => key}
        empty={w.none}
        cells={[
          { key: "figure", title: w.figure, as: "main", cell: ({ key }) => w[key] },
          before !== null && {
            key: "before",
            title: w.before,
            as: "figure",
            cell: ({ before: count }) => count ?? "",
          },
          {
            key: "after",
            title: before ? w.after : w.before,
            as: "figure",
            cell: ({ after: count }) => count,
          },
        ]}
      />
      <h2>{w.moved}</h2>
      <Rows
        label={w.moved}
        rows={after.outcome.moved}
        keyOf={({ from, to }) => `${from} ${to}`}
        empty={w.none}
        cells={[
          {
            key: "way",
            title: `${w.from} → ${w.to}`,
            as: "main",
            cell: ({ from, to }) => `${city.unit(from)} → ${city.unit(to)}`,
          },
          { key: "count", title: w.count, as: "figure", cell: ({ orders }) => orders },
          { key: "right", title: w.right, as: "figure", cell: ({ right }) => right },
          { key: "wrong", title: w.wrong, as: "figure", cell: ({ astray }) => astray },
          {
            key: "such",
            title: w.such,
            cell: ({ example }) => (
              <Link className="number" to={`/orders/${example}`}>
                {example}
              </Link>
            ),
          },
        ]}
      />
      {after.outcome.never_hit.length > 0 && (
        <details>
          <summary>
            {w.unused}（{after.outcome.never_hit.length}）
          </summary>
          <p className="small number">{after.outcome.never_hit.join("、")}</p>
        </details>
      )}
    </div>
  );
}
