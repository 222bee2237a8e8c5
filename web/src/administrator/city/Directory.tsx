/** 派单目录: whose duty a matter is, where, and by what law. */
import { PlusOutlined, QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { LookUp } from "../../city/LookUp";
import { MatterPicker, PlacePicker, UnitPicker } from "../../city/Pickers";
import { useCity } from "../../city/city";
import { Rows } from "../../shell/Rows";
import { SheetDrawer } from "../../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../../words";
import { dutyLevels, dutySources } from "../../words/duties";
import { dayKey } from "../../words/time";
import { useNow } from "../../words/Time";
import { useDuties, type KeptDuty } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { Conditions } from "../../directory/Conditions";
import { DutyForm } from "./DutyForm";
import { standing, type Standing } from "./standing";

const words = bilingual(
  {
    title: "派单目录",
    lead: "什么事、在哪里、由谁主办、谁协办、依据什么。越具体的条目越优先；派单时引用条目，退单和争议据此判断。",
    add: "新增条目",
    lookUp: "这事归谁管？",
    find: "查编号、依据",
    matter: "事项",
    place: "地方",
    unit: "主办或协办单位",
    state: "状态",
    anyState: "全部状态",
    everywhere: "全市",
    lead_: "主办",
    assists: "协办",
    basis: "依据",
    from: "生效",
    acts: "操作",
    change: "修订",
    drafts: "草案、体检、回放",
    copy: "复制为新条目",
    none: "没有符合条件的条目。某事项没有条目时，派单员只能凭事由派单，容易被退回：请补上。",
    changing: (code: string) => `修改条目 ${code}`,
    until: (day: string) => `至 ${day}`,
    states: {
      in_force: "有效",
      to_come: "未生效",
      ending: "60 天内失效",
      to_review: "该复审了",
      ended: "已失效",
    } as Record<Standing, string>,
  },
  {
    title: "Directory",
    lead: "Which matter, where, who leads, who assists, by what law. The closest entry wins; dispatches name it, and returns and disputes are judged by it.",
    add: "Add an entry",
    lookUp: "Whose duty is it?",
    find: "Find by number or basis",
    matter: "Matter",
    place: "Place",
    unit: "Unit that leads or assists",
    state: "State",
    anyState: "Any state",
    everywhere: "the whole city",
    lead_: "Leads",
    assists: "Assist",
    basis: "Basis",
    from: "In force",
    acts: "Actions",
    change: "Revise",
    drafts: "Drafts, check, replay",
    copy: "Copy",
    none: "No entry fits. A matter without an entry is dispatched by argument, and comes back: add one.",
    changing: (code: string) => `Change entry ${code}`,
    until: (day: string) => `until ${day}`,
    states: {
      in_force: "In force",
      to_come: "To come",
      ending: "Ends within 60 days",
      to_review: "Due for review",
      ended: "Ended",
    },
  },
);

const BADGE: Record<Standing, string> = {
  in_force: "good",
  to_come: "accent",
  ending: "soon",
  to_review: "soon",
  ended: "",
};

type Open = { duty: KeptDuty; copy: boolean } | "new";

export default function Directory() {
  const w = useWords(words);
  const duties = useDuties();
  const [open, setOpen] = useState<Open | null>(null);
  const [looking, setLooking] = useState(false);
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <Button icon={<QuestionCircleOutlined aria-hidden />} onClick={() => setLooking(true)}>
          {w.lookUp}
        </Button>
        <Link to="/directory/drafts">{w.drafts}</Link>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen("new")}>
          {w.add}
        </Button>
      </Head>
      <Reading of={duties}>{(all) => <List all={all} onOpen={setOpen} />}</Reading>
      <SheetDrawer
        open={open !== null}
        size={640}
        title={!open ? "" : open === "new" || open.copy ? w.add : w.changing(open.duty.entry.code)}
        onClose={() => setOpen(null)}
      >
        {open && (
          <DutyForm
            duty={open === "new" ? null : open.duty}
            copy={open !== "new" && open.copy}
            onClose={() => setOpen(null)}
          />
        )}
      </SheetDrawer>
      <SheetDrawer open={looking} title={w.lookUp} onClose={() => setLooking(false)}>
        <LookUp />
      </SheetDrawer>
    </>
  );
}

function List({ all, onOpen }: { all: KeptDuty[]; onOpen: (open: Open) => void }) {
  const w = useWords(words);
  const levels = useWords(dutyLevels);
  const sources = useWords(dutySources);
  const city = useCity();
  const today = dayKey(useNow());
  const [search, setSearch] = useSearchParams();
  const get = (key: string) => search.get(key) ?? "";
  const [q, matter, place, unit, state] = ["q", "matter", "place", "unit", "state"].map(get);
  const standings = useMemo(
    () => new Map(all.map(({ entry }) => [entry.code, standing(entry, today)])),
    [all, today],
  );
  const rows = all.filter(
    ({ entry }) =>
      (!q || entry.code.includes(q) || entry.basis.includes(q) || entry.ruling === q) &&
      // An entry of a wider matter or place holds for the closer one, too.
      (!matter || matter.startsWith(entry.matter) || entry.matter.startsWith(matter)) &&
      (!place || !entry.place || place.startsWith(entry.place) || entry.place.startsWith(place)) &&
      (!unit || entry.lead === unit || entry.assists?.some((assist) => assist.unit === unit)) &&
      (!state || standings.get(entry.code) === state),
  );
  function choose(key: string, value: string | null | undefined) {
    const next = new URLSearchParams(search);
    if (value) next.set(key, value);
    else next.delete(key);
    setSearch(next, { replace: true });
  }
  const count = (of: Standing) => [...standings.values()].filter((one) => one === of).length;
  return (
    <>
      <div className="toolbar">
        <div className="picker">
          <MatterPicker label={w.matter} value={matter || null} onChange={(code) => choose("matter", code)} />
        </div>
        <div className="picker">
          <PlacePicker label={w.place} value={place || null} onChange={(code) => choose("place", code)} />
        </div>
        <div className="picker">
          <UnitPicker label={w.unit} value={unit || null} onChange={(code) => choose("unit", code)} />
        </div>
        <Select
          className="picker"
          allowClear
          aria-label={w.state}
          placeholder={w.anyState}
          value={state || null}
          onChange={(value: string | undefined) => choose("state", value)}
          options={(Object.keys(w.states) as Standing[]).map((value) => ({
            value,
            label: `${w.states[value]}（${count(value)}）`,
          }))}
        />
        <Input.Search
          className="picker"
          allowClear
          placeholder={w.find}
          aria-label={w.find}
          value={q ?? ""}
          onChange={(event) => choose("q", event.target.value)}
        />
      </div>
      <Rows
        label={w.title}
        rows={rows}
        keyOf={({ entry }) => entry.code}
        dim={({ entry }) => standings.get(entry.code) === "ended"}
        empty={w.none}
        cells={[
          {
            key: "matter",
            title: w.matter,
            as: "main",
            cell: ({ entry }) => (
              <>
                {city.matter(entry.matter)} <small className="quiet number">{entry.code}</small>
                <br />
                <small className="quiet">{city.matterPath(entry.matter)}</small>
              </>
            ),
          },
          {
            key: "place",
            title: w.place,
            cell: ({ entry }) => (entry.place ? city.placePath(entry.place) : w.everywhere),
          },
          {
            key: "lead",
            title: w.lead_,
            cell: ({ entry }) => (
              <>
                {city.unit(entry.lead)} <small className="quiet">{wordOf(levels, entry.level)}</small>
                <Conditions of={entry} />
                {!!entry.assists?.length && (
                  <>
                    <br />
                    <small className="quiet">
                      {w.assists} {entry.assists.map((assist) => city.unit(assist.unit)).join("、")}
                    </small>
                  </>
                )}
              </>
            ),
          },
          {
            key: "basis",
            title: w.basis,
            cell: ({ entry }) => (
              <>
                {entry.basis} <small className="quiet">{wordOf(sources, entry.source)}</small>
              </>
            ),
          },
          {
            key: "from",
            title: w.from,
            cell: ({ entry }) => {
              const state = standings.get(entry.code) ?? "in_force";
              return (
                <>
                  <span className={`badge ${BADGE[state]}`}>{w.states[state]}</span>{" "}
                  <small className="quiet number">
                    {entry.from} {entry.until && w.until(entry.until)}
                  </small>
                </>
              );
            },
          },
          {
            key: "acts",
            title: w.acts,
            as: "acts",
            cell: (duty) => (
              <>
                <Button type="text" onClick={() => onOpen({ duty, copy: false })}>
                  {w.change}
                </Button>
                <Button type="text" onClick={() => onOpen({ duty, copy: true })}>
                  {w.copy}
                </Button>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
