/** 单位: the tree of units. */
import { PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { api, read } from "../../api/client";
import { UnitPicker } from "../../city/Pickers";
import { useCity } from "../../city/city";
import { SheetDrawer } from "../../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../../words";
import { unitKinds } from "../../words/codes";
import { ifMatch, useDone, usePeople, useUnits, type KeptUnit } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { EndForm } from "./EndForm";
import { TreeRows } from "./TreeRows";
import { UnitForm } from "./UnitForm";

const words = bilingual(
  {
    title: "单位",
    lead: "承办单位的隶属关系。单位不删除：撤销、合并时停用，并写明由谁接替。",
    kind: "类别",
    place: "属地",
    people: "人员",
    acts: "操作",
    add: "新增单位",
    below: "加下级",
    change: "修改",
    end: "撤并",
    revive: "恢复",
    anyKind: "全部类别",
    successor: (name: string) => `由 ${name} 接替`,
    changing: (name: string) => `修改：${name}`,
    ending: (name: string) => `撤并：${name}`,
    ended: "已停用，记录都保留。",
    of: (n: number) => `${n} 人`,
  },
  {
    title: "Units",
    lead: "Who belongs to whom. Units are never deleted: one that is dissolved or merged ends, with the unit that takes its place.",
    kind: "Kind",
    place: "Place",
    people: "People",
    acts: "Actions",
    add: "Add a unit",
    below: "Add below",
    change: "Change",
    end: "End",
    revive: "Revive",
    anyKind: "Any kind",
    successor: (name: string) => `in its place: ${name}`,
    changing: (name: string) => `Change ${name}`,
    ending: (name: string) => `End ${name}`,
    ended: "Ended; all records stay.",
    of: (n: number) => `${n}`,
  },
);

/** What is open in the drawer. */
type Open = { act: "add"; parent: string | null } | { act: "change" | "end"; unit: KeptUnit };

export default function Units() {
  const w = useWords(words);
  const [open, setOpen] = useState<Open | null>(null);
  const units = useUnits();
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setOpen({ act: "add", parent: null })}
        >
          {w.add}
        </Button>
      </Head>
      <Reading of={units}>{(all) => <List all={all} onOpen={setOpen} />}</Reading>
      <UnitDrawer open={open} onClose={() => setOpen(null)} />
    </>
  );
}

function List({ all, onOpen }: { all: KeptUnit[]; onOpen: (open: Open) => void }) {
  const w = useWords(words);
  const kinds = useWords(unitKinds);
  const city = useCity();
  const people = usePeople();
  const [search, setSearch] = useSearchParams();
  const kind = search.get("kind");
  const parent = search.get("parent");
  const working = useMemo(() => {
    const count = new Map<string, number>();
    for (const one of people.data ?? []) if (one.active) count.set(one.unit, (count.get(one.unit) ?? 0) + 1);
    return count;
  }, [people.data]);
  const nodes = useMemo(
    () =>
      all.map((kept) => ({
        code: kept.entry.code,
        name: kept.entry.name,
        parent: kept.entry.parent ?? "",
        ended: kept.ended_at != null,
        kept,
      })),
    [all],
  );
  const narrowed = kind || parent;
  const among = useMemo(
    () =>
      narrowed
        ? (node: (typeof nodes)[number]) =>
            (!kind || node.kept.entry.kind === kind) && (!parent || node.parent === parent)
        : null,
    [narrowed, kind, parent],
  );
  return (
    <TreeRows
      label={w.title}
      nodes={nodes}
      among={among}
      cells={[
        { key: "kind", title: w.kind, cell: ({ kept }) => wordOf(kinds, kept.entry.kind) },
        { key: "place", title: w.place, cell: ({ kept }) => city.placePath(kept.entry.place) },
        {
          key: "people",
          title: w.people,
          as: "figure",
          cell: ({ code, kept }) =>
            kept.successor ? (
              <span className="quiet">{w.successor(city.unit(kept.successor))}</span>
            ) : working.has(code) ? (
              <Link to={`/administrator/people?unit=${code}`}>{w.of(working.get(code) ?? 0)}</Link>
            ) : null,
        },
        {
          key: "acts",
          title: w.acts,
          as: "acts",
          cell: ({ kept }) => (
            <>
              {kept.ended_at == null && (
                <Button type="text" onClick={() => onOpen({ act: "add", parent: kept.entry.code })}>
                  {w.below}
                </Button>
              )}
              <Button type="text" onClick={() => onOpen({ act: "change", unit: kept })}>
                {kept.ended_at == null ? w.change : w.revive}
              </Button>
              {kept.ended_at == null && (
                <Button type="text" danger onClick={() => onOpen({ act: "end", unit: kept })}>
                  {w.end}
                </Button>
              )}
            </>
          ),
        },
      ]}
    >
      <Select
        className="picker"
        allowClear
        aria-label={w.kind}
        placeholder={w.anyKind}
        value={kind}
        onChange={(value: string | undefined) => setSearch(value ? { kind: value } : {}, { replace: true })}
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
    </TreeRows>
  );
}

function UnitDrawer({ open, onClose }: { open: Open | null; onClose: () => void }) {
  const w = useWords(words);
  const done = useDone();
  const title =
    open === null
      ? ""
      : open.act === "add"
        ? w.add
        : open.act === "end"
          ? w.ending(open.unit.entry.name)
          : w.changing(open.unit.entry.name);
  async function end(unit: KeptUnit, body: { successor: string | null; basis: string }, against?: number) {
    const { code } = unit.entry;
    await read(
      api.POST("/api/administrator/units/{id}/endings", {
        params: { path: { id: code }, header: ifMatch(against ?? unit.version) },
        body,
      }),
    );
    await done(w.ended, "units");
    onClose();
  }
  return (
    <SheetDrawer open={open !== null} title={title} onClose={onClose}>
      {open?.act === "end" && (
        <EndForm
          name={open.unit.entry.name}
          picker={(value, onChange, id) => (
            <UnitPicker
              id={id}
              value={value}
              onChange={onChange}
              among={(code) => code !== open.unit.entry.code}
            />
          )}
          onEnd={(body, against) => end(open.unit, body, against)}
          onCancel={onClose}
        />
      )}
      {open && open.act !== "end" && (
        <UnitForm
          unit={open.act === "change" ? open.unit : null}
          parent={open.act === "add" ? open.parent : null}
          onClose={onClose}
        />
      )}
    </SheetDrawer>
  );
}
