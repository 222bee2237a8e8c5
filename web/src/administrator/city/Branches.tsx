/** 事项、地方: trees of codes in which a child's code begins with its parent's. */
import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import type { Cell } from "../../shell/Rows";
import { SheetDrawer } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { Head } from "../../shell/Reading";
import { EndForm } from "./EndForm";
import { nextCode, type Node } from "./tree";
import { TreeRows } from "./TreeRows";

const words = bilingual(
  {
    acts: "操作",
    level: "级",
    below: "加下级",
    change: "修改",
    end: "停用",
    revive: "恢复",
    changing: (name: string) => `修改：${name}`,
    ending: (name: string) => `停用：${name}`,
    add: (what: string) => `新增${what}`,
  },
  {
    acts: "Actions",
    level: "Level",
    below: "Add below",
    change: "Change",
    end: "End",
    revive: "Revive",
    changing: (name: string) => `Change ${name}`,
    ending: (name: string) => `End ${name}`,
    add: (what: string) => `Add a ${what}`,
  },
);

/** A branch of the tree, with what it was made from. */
export interface Branch extends Node {
  level: number;
  version: number;
  successor: string | null | undefined;
}

interface Props<T extends Branch> {
  title: string;
  lead: string;
  /** What one of them is called. */
  one: string;
  nodes: readonly T[];
  cells: readonly Cell<T>[];
  /** The form: of a new one below a parent, with a code that is free, or of one that is there. */
  form: (of: { node: T } | { parent: string; code: string }, close: () => void) => ReactNode;
  picker: (value: string | null, choose: (code: string | null) => void, id: string) => ReactNode;
  onEnd: (node: T, ending: { successor: string | null; basis: string }, against?: number) => Promise<void>;
}

type Open<T> = { act: "add"; parent: string } | { act: "change" | "end"; node: T };

export function Branches<T extends Branch>(props: Props<T>) {
  const { title, lead, one, nodes, cells, form, picker, onEnd } = props;
  const w = useWords(words);
  const [open, setOpen] = useState<Open<T> | null>(null);
  const close = () => setOpen(null);
  const acts: Cell<T> = useMemo(
    () => ({
      key: "acts",
      title: w.acts,
      as: "acts",
      cell: (node) => (
        <>
          {!node.ended && (
            <Button type="text" onClick={() => setOpen({ act: "add", parent: node.code })}>
              {w.below}
            </Button>
          )}
          <Button type="text" onClick={() => setOpen({ act: "change", node })}>
            {node.ended ? w.revive : w.change}
          </Button>
          {!node.ended && (
            <Button type="text" danger onClick={() => setOpen({ act: "end", node })}>
              {w.end}
            </Button>
          )}
        </>
      ),
    }),
    [w],
  );
  const heading =
    open === null
      ? ""
      : open.act === "add"
        ? w.add(one)
        : open.act === "end"
          ? w.ending(open.node.name)
          : w.changing(open.node.name);
  return (
    <>
      <Head title={title} lead={lead}>
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setOpen({ act: "add", parent: "" })}
        >
          {w.add(one)}
        </Button>
      </Head>
      <TreeRows
        label={title}
        nodes={nodes}
        cells={[{ key: "level", title: w.level, as: "figure", cell: ({ level }) => level }, ...cells, acts]}
      />
      <SheetDrawer open={open !== null} title={heading} onClose={close}>
        {open?.act === "end" && (
          <EndForm
            name={open.node.name}
            picker={picker}
            onEnd={async (ending, against) => {
              await onEnd(open.node, ending, against);
              close();
            }}
            onCancel={close}
          />
        )}
        {open?.act === "add" && form({ parent: open.parent, code: nextCode(nodes, open.parent) }, close)}
        {open?.act === "change" && form({ node: open.node }, close)}
      </SheetDrawer>
    </>
  );
}
