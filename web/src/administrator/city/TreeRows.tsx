/** A tree of codes as rows: opened and closed by hand, flat while one searches. */
import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { fits } from "../../city/initials";
import { Rows, type Cell } from "../../shell/Rows";
import { bilingual, useWords } from "../../words";
import { below, pathOf, type Node } from "./tree";

const words = bilingual(
  {
    find: "按名称、编码或拼音首字母查找",
    ended: "显示已停用的",
    endedMark: "已停用",
    open: (name: string) => `展开${name}`,
    close: (name: string) => `收起${name}`,
    name: "名称",
    none: "没有符合条件的，换个说法试试。",
    all: "全部展开",
    fold: "全部收起",
    code: "编码",
  },
  {
    find: "Find by name, code or pinyin initials",
    ended: "Show those that ended",
    endedMark: "Ended",
    open: (name: string) => `Open ${name}`,
    close: (name: string) => `Close ${name}`,
    name: "Name",
    none: "Nothing fits; try other words.",
    all: "Open all",
    fold: "Close all",
    code: "Code",
  },
);

interface Props<T extends Node> {
  label: string;
  nodes: readonly T[];
  cells: readonly (Cell<T> | false)[];
  /** Narrowed by what else was chosen: then the list is flat, too. */
  among?: ((node: T) => boolean) | null;
  /** Choices beside the search. */
  children?: ReactNode;
}

export function TreeRows<T extends Node>({ label, nodes, cells, among, children }: Props<T>) {
  const w = useWords(words);
  const [typed, setTyped] = useState("");
  const [ended, setEnded] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => firstOpen(nodes));
  const there = useMemo(() => nodes.filter((node) => ended || !node.ended), [nodes, ended]);
  const under = useMemo(() => below(there), [there]);
  const flat = typed.trim() !== "" || !!among;

  const rows = useMemo(() => {
    if (flat)
      return there
        .filter((node) => (among?.(node) ?? true) && (!typed.trim() || fits(typed, node.name, node.code)))
        .map((node) => ({ node, depth: 0 }));
    const seen: { node: T; depth: number }[] = [];
    const walk = (parent: string, depth: number) => {
      for (const node of under.get(parent) ?? []) {
        seen.push({ node, depth });
        if (open.has(node.code)) walk(node.code, depth + 1);
      }
    };
    walk("", 0);
    return seen;
  }, [flat, there, among, typed, under, open]);

  function toggle(code: string) {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  }
  return (
    <>
      <div className="toolbar">
        <Input.Search
          className="grow-field"
          allowClear
          placeholder={w.find}
          aria-label={w.find}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {children}
        <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
          {w.ended}
        </Checkbox>
        {!flat && (
          <>
            <Button type="text" onClick={() => setOpen(new Set(there.map(({ code }) => code)))}>
              {w.all}
            </Button>
            <Button type="text" onClick={() => setOpen(firstOpen(nodes))}>
              {w.fold}
            </Button>
          </>
        )}
      </div>
      <Rows
        label={label}
        rows={rows}
        keyOf={({ node }) => node.code}
        dim={({ node }) => node.ended}
        empty={w.none}
        cells={[
          {
            key: "name",
            title: w.name,
            as: "main",
            cell: ({ node, depth }) => (
              <span className="tree-name" style={{ paddingInlineStart: `${depth * 1.4}rem` }}>
                {!flat &&
                  (under.has(node.code) ? (
                    <Button
                      type="text"
                      size="small"
                      icon={
                        open.has(node.code) ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />
                      }
                      aria-label={open.has(node.code) ? w.close(node.name) : w.open(node.name)}
                      aria-expanded={open.has(node.code)}
                      onClick={() => toggle(node.code)}
                    />
                  ) : (
                    <span className="tree-leaf" />
                  ))}
                <span>
                  {node.name} <small className="quiet number">{node.code}</small>{" "}
                  {node.ended && <span className="badge">{w.endedMark}</span>}
                  {flat && <small className="quiet"> {pathOf(nodes, node).join(" / ")}</small>}
                </span>
              </span>
            ),
          },
          ...cells
            .filter((cell) => cell !== false)
            .map((cell) => ({ ...cell, cell: ({ node }: { node: T }) => cell.cell(node) })),
        ]}
      />
    </>
  );
}

/** What is open at first: the top, when it is one. */
function firstOpen(nodes: readonly Node[]): ReadonlySet<string> {
  const tops = nodes.filter(({ parent }) => !parent);
  return new Set(tops.length === 1 ? tops.map(({ code }) => code) : []);
}
