/** 岗位权限: which role may do what, read off the document by which the server lets them in. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { Unreachable } from "../../api/client";
import { Rows } from "../../shell/Rows";
import { useSettings } from "../../shell/settings";
import { bilingual, useWords, wordOf } from "../../words";
import { acts as actNames } from "../../words/acts";
import { roles } from "../../words/codes";
import { Head, Reading } from "../../shell/Reading";
import { grants, STAFF, type Grant, type Paths } from "./grants";

const words = bilingual(
  {
    title: "岗位权限",
    lead: "各岗位能调用什么，取自服务器实际执行的规则，不能在此修改。能看哪些工单，另受单位和在办情况限制。",
    what: "能做什么",
    role: "岗位",
    all: "全部岗位对照",
    yes: "可以",
    acts: "对工单的操作",
    other: "其他",
    none: "没有。",
    count: (n: number) => `${n} 项`,
  },
  {
    title: "Roles",
    lead: "What each role may call, read off the rules that the server follows; it cannot be changed here. Which orders one sees depends on unit and part as well.",
    what: "May",
    role: "Role",
    all: "All roles side by side",
    yes: "yes",
    acts: "Acts on orders",
    other: "Other",
    none: "Nothing.",
    count: (n: number) => `${n}`,
  },
);

const HAN = /\p{Script=Han}/u;

async function readDocument(): Promise<{ paths: Paths }> {
  const answer = await fetch("/api/openapi.json").catch(() => {
    throw new Unreachable();
  });
  return (await answer.json()) as { paths: Paths };
}

export default function Roles() {
  const w = useWords(words);
  const role = useWords(roles);
  const [of, setOf] = useState<string | null>(null);
  const document = useQuery({ queryKey: ["openapi"], queryFn: readDocument, staleTime: Infinity });
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <div className="toolbar">
        <Select
          className="picker"
          allowClear
          aria-label={w.role}
          placeholder={w.all}
          value={of}
          onChange={(value: string | undefined) => setOf(value ?? null)}
          options={STAFF.map((value) => ({ value, label: role[value] }))}
        />
      </div>
      <Reading of={document}>
        {({ paths }) => {
          const all = grants(paths).filter(({ by }) => of === null || by.has(of));
          return (
            <>
              <Matrix title={w.acts} rows={all.filter(({ act }) => act)} of={of} />
              <Matrix title={w.other} rows={all.filter(({ act }) => !act)} of={of} />
            </>
          );
        }}
      </Reading>
    </>
  );
}

function Matrix({ title, rows, of }: { title: string; rows: Grant[]; of: string | null }) {
  const w = useWords(words);
  const role = useWords(roles);
  const names: Record<string, string> = useWords(actNames);
  const { language } = useSettings();
  // The summary is Chinese words first, then English.
  const nameOf = ({ act, summary }: Grant) => {
    if (act) return wordOf(names, act);
    const [chinese = "", ...english] = summary.split(" ");
    return language === "zh"
      ? HAN.test(chinese)
        ? chinese
        : summary
      : HAN.test(chinese)
        ? english.join(" ")
        : summary;
  };
  return (
    <section>
      <h2>
        {title} <small className="quiet">{w.count(rows.length)}</small>
      </h2>
      {/* What scrolls sideways can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll-x" role="region" aria-label={title} tabIndex={0}>
        <Rows
          label={title}
          rows={rows}
          keyOf={({ key }) => key}
          empty={w.none}
          cells={[
            { key: "what", title: w.what, as: "main", cell: nameOf },
            ...(of ? [] : STAFF).map((one) => ({
              key: one,
              title: role[one],
              cell: (grant: Grant) =>
                grant.by.has(one) && (
                  <span className="badge good" title={role[one]}>
                    {w.yes}
                  </span>
                ),
            })),
          ]}
        />
      </div>
    </section>
  );
}
