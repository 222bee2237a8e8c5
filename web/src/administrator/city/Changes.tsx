/** 变更记录: who changed what of the city, when, and on what basis; before and after side by side. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { api, read } from "../../api/client";
import { Rows } from "../../shell/Rows";
import { bilingual, useWords, wordOf } from "../../words";
import { Time } from "../../words/Time";
import { listKey, usePeople, type CityChange } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { differences, type Difference } from "./differences";

const words = bilingual(
  {
    title: "变更记录",
    lead: "单位、人员、目录、规则的每一次变更：谁、何时、依据什么、改前改后。记录环环相扣，任何人都改不了。",
    kind: "变更的是",
    anyKind: "全部",
    who: "谁",
    anyWho: "所有人",
    at: "时间",
    what: "变更内容",
    basis: "依据",
    none: "没有变更记录。每改一次单位、目录、规则，这里都会多一条。",
    more: "再显示一些",
    made: "新增",
    changed: "修改",
    ended: "停用",
    nothing: "（无）",
    same: "内容未变",
    kinds: {
      unit: "单位",
      matter: "事项",
      place: "地方",
      directory_entry: "派单目录",
      template: "通知模板",
      calendar: "工作日历",
      person: "人员",
      policy: "政策包",
    } as Record<string, string>,
    fields: {
      name: "名称",
      kind: "类别",
      parent: "上级",
      place: "地方",
      code: "编码",
      level: "层级",
      matter: "事项",
      lead: "主办",
      assists: "协办",
      basis: "依据",
      source: "来源",
      ruling: "认定编号",
      from: "生效",
      until: "失效",
      review: "复审",
      role: "岗位",
      unit: "单位",
      email: "邮箱",
      active: "在用",
      outsourced: "外包",
      subject: "标题",
      text: "正文",
      position: "位置",
      value: "数值",
    } as Record<string, string>,
  },
  {
    title: "Changes",
    lead: "Every change of units, people, directory and rules: who, when, on what basis, before and after. The records form a chain that nobody can alter.",
    kind: "Of what",
    anyKind: "Everything",
    who: "Who",
    anyWho: "Anybody",
    at: "When",
    what: "What changed",
    basis: "Basis",
    none: "Nothing was changed yet. Each change of a unit, the directory or a rule is listed here.",
    more: "Show more",
    made: "New",
    changed: "Changed",
    ended: "Ended",
    nothing: "(nothing)",
    same: "Nothing differs",
    kinds: {
      unit: "Unit",
      matter: "Matter",
      place: "Place",
      directory_entry: "Directory",
      template: "Notice",
      calendar: "Calendar",
      person: "Person",
      policy: "Policy pack",
    },
    fields: {},
  },
);

export default function Changes() {
  const w = useWords(words);
  const people = usePeople();
  const nameOf = useMemo(() => {
    const names = new Map((people.data ?? []).map((one) => [one.login, one.name]));
    return (login: string) => names.get(login) ?? login;
  }, [people.data]);
  const [search, setSearch] = useSearchParams();
  const kind = search.get("kind");
  const login = search.get("login");
  const code = search.get("code");
  const changes = useInfiniteQuery({
    queryKey: [...listKey("changes"), kind, login, code],
    queryFn: ({ pageParam }) =>
      read(
        api.GET("/api/administrator/city-changes", {
          params: {
            query: {
              ...(kind ? { kind } : {}),
              ...(login ? { login } : {}),
              ...(code ? { code } : {}),
              ...(pageParam ? { after: Number(pageParam) } : {}),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
  function choose(key: string, value: string | undefined) {
    const next = new URLSearchParams(search);
    if (value) next.set(key, value);
    else next.delete(key);
    setSearch(next, { replace: true });
  }
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <div className="toolbar">
        <Select
          className="picker"
          allowClear
          aria-label={w.kind}
          placeholder={w.anyKind}
          value={kind}
          onChange={(value: string | undefined) => choose("kind", value)}
          options={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))}
        />
        <Select
          className="picker"
          allowClear
          aria-label={w.who}
          placeholder={w.anyWho}
          value={login}
          onChange={(value: string | undefined) => choose("login", value)}
          options={(people.data ?? [])
            .filter(({ role }) => role === "administrator")
            .map((one) => ({ value: one.login, label: one.name }))}
        />
      </div>
      <Reading of={changes}>
        {({ pages }) => (
          <>
            <Rows
              label={w.title}
              rows={pages.flatMap(({ items }) => items)}
              keyOf={({ no }) => no}
              empty={w.none}
              cells={[
                {
                  key: "at",
                  title: w.at,
                  as: "main",
                  cell: (one) => (
                    <>
                      <Time at={one.at} show="exact" /> <small className="quiet">{nameOf(one.login)}</small>
                    </>
                  ),
                },
                {
                  key: "kind",
                  title: w.kind,
                  cell: (one) => (
                    <>
                      <span className={`badge ${one.act === "end" ? "late" : one.was ? "" : "good"}`}>
                        {one.act === "end" ? w.ended : one.was ? w.changed : w.made}
                      </span>{" "}
                      {wordOf(w.kinds, one.kind)} <small className="quiet number">{one.code}</small>
                    </>
                  ),
                },
                { key: "what", title: w.what, cell: (one) => <What change={one} /> },
                { key: "basis", title: w.basis, cell: (one) => one.basis },
              ]}
            />
            {changes.hasNextPage && (
              <div className="orders-more">
                <Button loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
                  {w.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Reading>
    </>
  );
}

/** What differs, before and after. */
function What({ change }: { change: CityChange }) {
  const w = useWords(words);
  const all = differences(change.was, change.became);
  if (change.act === "end") return <>{(change.was as { name?: string } | null)?.name}</>;
  if (!all.length) return <span className="quiet">{w.same}</span>;
  return (
    <ul className="plain">
      {all.map((one) => (
        <li key={one.field}>
          <OneDifference of={one} isNew={change.was === null} />
        </li>
      ))}
    </ul>
  );
}

function OneDifference({ of: { field, was, became }, isNew }: { of: Difference; isNew: boolean }) {
  const w = useWords(words);
  return (
    <>
      <span className="quiet">{wordOf(w.fields, field)}</span>{" "}
      {!isNew && (
        <>
          <del>{was || w.nothing}</del> →{" "}
        </>
      )}
      <ins>{became || w.nothing}</ins>
    </>
  );
}
