/** 依据: what a change rests on. Nothing of the city changes without. */
import { Input } from "antd";
import { Field } from "../shell/SheetForm";
import { bilingual, useWords } from "../words";

const words = bilingual(
  {
    label: "依据",
    help: "写明文件名称、文号和条款，或会议纪要、决定；会随变更一起记录，不能事后补改。",
    example: "例：×府办发〔2026〕12号第三条",
  },
  {
    label: "Basis",
    help: "The document with its number and article, the minutes or the decision. It is recorded with the change and cannot be altered later.",
    example: "For example: General Office notice No. 12 (2026), article 3",
  },
);

export function BasisField({
  value,
  onChange,
  missing,
}: {
  value: string;
  onChange: (basis: string) => void;
  missing: boolean;
}) {
  const w = useWords(words);
  return (
    <Field label={w.label} help={w.help} missing={missing && !value.trim()}>
      {({ id, describedBy }) => (
        <Input.TextArea
          id={id}
          aria-describedby={describedBy}
          rows={2}
          maxLength={2000}
          placeholder={w.example}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
