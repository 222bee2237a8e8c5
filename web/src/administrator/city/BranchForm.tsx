/** The form of a matter or a place: code, name, what stands above, its basis; further fields are given. */
import { Input } from "antd";
import { useState, type ReactNode } from "react";
import { Field, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { BasisField } from "../BasisField";
import type { Branch } from "./Branches";

const words = bilingual(
  {
    code: "编码",
    codeHelp: "以上级的编码开头；一经使用不能更改。",
    name: "名称",
    above: "上级",
    top: "（最上级）",
    what: "保存后立即生效，所有在用的页面一分钟内更新。",
  },
  {
    code: "Code",
    codeHelp: "It begins with the code above, and never changes once used.",
    name: "Name",
    above: "Above",
    top: "(the top)",
    what: "It holds at once; every open page has it within a minute.",
  },
);

/** What was filled in. */
export interface BranchSaid {
  code: string;
  name: string;
  parent: string;
  basis: string;
  version: number;
}

export function BranchForm({
  of,
  above,
  onSave,
  onCancel,
  children,
}: {
  of: { node: Branch } | { parent: string; code: string };
  /** The name of what stands above. */
  above: string;
  onSave: (said: BranchSaid) => Promise<void>;
  onCancel: () => void;
  children?: ReactNode;
}) {
  const w = useWords(words);
  const node = "node" in of ? of.node : null;
  const [code, setCode] = useState("node" in of ? of.node.code : of.code || of.parent);
  const [name, setName] = useState(node?.name ?? "");
  const [basis, setBasis] = useState("");
  const [tried, setTried] = useState(false);
  const parent = "node" in of ? of.node.parent : of.parent;
  return (
    <SheetForm
      onSave={(against) =>
        onSave({ code: code.trim(), name, parent, basis, version: against ?? node?.version ?? 0 })
      }
      onCancel={onCancel}
      complete={!!code.trim() && !!name.trim() && !!basis.trim()}
      onTried={() => setTried(true)}
      what={w.what}
    >
      <p>
        <strong>{w.above}</strong> {above || w.top}
      </p>
      {!node && (
        <Field label={w.code} help={w.codeHelp} missing={tried && !code.trim()}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={w.name} missing={tried && !name.trim()}>
        {({ id }) => (
          <Input
            id={id}
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {children}
      <BasisField value={basis} onChange={setBasis} missing={tried} />
    </SheetForm>
  );
}
