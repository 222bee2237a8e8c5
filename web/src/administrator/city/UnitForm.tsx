/** A unit: a new one, or another name, kind, place in the tree. */
import { Input, Select } from "antd";
import { useState } from "react";
import { api, read } from "../../api/client";
import { PlacePicker, UnitPicker } from "../../city/Pickers";
import { Field, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { unitKinds } from "../../words/codes";
import { BasisField } from "../BasisField";
import { ifMatch, useDone, type KeptUnit } from "../lists";

const words = bilingual(
  {
    code: "编码",
    codeHelp: "1 至 40 位字母、数字、点、连字符；一经使用不能更改。",
    name: "名称",
    kind: "类别",
    parent: "上级单位",
    place: "负责的地方（可不填）",
    what: "保存后立即生效，所有在用的页面一分钟内更新。",
    saved: "已保存。",
  },
  {
    code: "Code",
    codeHelp: "1 to 40 letters, digits, dots and hyphens; once used it never changes.",
    name: "Name",
    kind: "Kind",
    parent: "Unit above",
    place: "Place that it answers for (may be left empty)",
    what: "It holds at once; every open page has it within a minute.",
    saved: "Saved.",
  },
);

type Kind = KeptUnit["entry"]["kind"];

export function UnitForm({
  unit,
  parent: above,
  onClose,
}: {
  unit: KeptUnit | null;
  parent: string | null;
  onClose: () => void;
}) {
  const w = useWords(words);
  const kinds = useWords(unitKinds);
  const done = useDone();
  const [code, setCode] = useState(unit?.entry.code ?? "");
  const [name, setName] = useState(unit?.entry.name ?? "");
  const [kind, setKind] = useState<Kind | null>(unit?.entry.kind ?? null);
  const [parent, setParent] = useState<string | null>(unit ? (unit.entry.parent ?? null) : above);
  const [place, setPlace] = useState<string | null>(unit?.entry.place ?? null);
  const [basis, setBasis] = useState("");
  const [tried, setTried] = useState(false);
  const top = unit !== null && !unit.entry.parent;
  const complete = !!code.trim() && !!name.trim() && !!kind && (top || !!parent) && !!basis.trim();
  async function save(against?: number) {
    if (!kind) return;
    await read(
      api.PUT("/api/administrator/units/{id}", {
        params: { path: { id: code.trim() }, header: ifMatch(against ?? unit?.version ?? 0) },
        body: { name, kind, parent, place, basis },
      }),
    );
    await done(w.saved, "units");
    onClose();
  }
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={complete}
      onTried={() => setTried(true)}
      what={w.what}
    >
      {!unit && (
        <Field label={w.code} help={w.codeHelp} missing={tried && !code.trim()}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={w.name} missing={tried && !name.trim()}>
        {({ id }) => (
          <Input id={id} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={w.kind} missing={tried && !kind}>
        {({ id }) => (
          <Select
            id={id}
            value={kind}
            onChange={setKind}
            options={Object.entries(kinds).map(([value, label]) => ({ value: value as Kind, label }))}
          />
        )}
      </Field>
      {!top && (
        <Field label={w.parent} missing={tried && !parent}>
          {({ id }) => (
            <UnitPicker
              id={id}
              value={parent}
              onChange={setParent}
              among={(one) => one !== unit?.entry.code}
            />
          )}
        </Field>
      )}
      <Field label={w.place}>{({ id }) => <PlacePicker id={id} value={place} onChange={setPlace} />}</Field>
      <BasisField value={basis} onChange={setBasis} missing={tried} />
    </SheetForm>
  );
}
