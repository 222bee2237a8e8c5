/** The value of a number: a limit by amount and counting, yes or no, a count, a list. */
import { Input, InputNumber, Radio, Select } from "antd";
import { bilingual, useWords } from "../../words";
import { isLimit, readValue, typedValue } from "./numbers";
import { useState } from "react";

const words = bilingual(
  {
    amount: "数量",
    counting: "按什么计算",
    countings: {
      "working days": "个工作日",
      "working hours": "个工作小时",
      "natural days": "个自然日",
      "natural hours": "个自然小时",
      "natural minutes": "分钟",
      "by law": "从其法律规定",
    } as Record<string, string>,
    yes: "是",
    no: "否",
  },
  {
    amount: "Amount",
    counting: "Counted in",
    countings: {
      "working days": "working days",
      "working hours": "working hours",
      "natural days": "natural days",
      "natural hours": "natural hours",
      "natural minutes": "minutes",
      "by law": "as its law says",
    },
    yes: "yes",
    no: "no",
  },
);

interface Props {
  value: unknown;
  /** What it is now: says which kind of value it is. */
  known: unknown;
  label: string;
  onChange: (value: unknown) => void;
}

export function ValueField({ value, known, label, onChange }: Props) {
  const w = useWords(words);
  if (isLimit(known))
    return <LimitValue value={isLimit(value) ? value : known} label={label} onChange={onChange} />;
  if (typeof known === "boolean")
    return (
      <Radio.Group
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={[
          { value: true, label: w.yes },
          { value: false, label: w.no },
        ]}
      />
    );
  if (typeof known === "number")
    return (
      <InputNumber
        aria-label={label}
        min={0}
        precision={0}
        value={typeof value === "number" ? value : null}
        onChange={(typed) => typed !== null && onChange(typed)}
      />
    );
  return <Typed value={value} known={known} label={label} onChange={onChange} />;
}

function LimitValue({
  value,
  label,
  onChange,
}: {
  value: string;
  label: string;
  onChange: (value: string) => void;
}) {
  const w = useWords(words);
  const lawful = value === "by law";
  const amount = lawful ? 1 : Number.parseInt(value, 10);
  const counting = lawful ? value : value.replace(/^\d+ /, "");
  const write = (n: number, by: string) => onChange(by === "by law" ? by : `${n} ${by}`);
  return (
    <span className="buttons">
      {!lawful && (
        <InputNumber
          aria-label={`${label} ${w.amount}`}
          style={{ width: "6rem" }}
          min={1}
          precision={0}
          value={amount}
          onChange={(n) => n && write(n, counting)}
        />
      )}
      <Select
        aria-label={`${label} ${w.counting}`}
        style={{ width: "10rem" }}
        value={counting}
        onChange={(by: string) => write(amount, by)}
        options={Object.entries(w.countings).map(([of, word]) => ({ value: of, label: word }))}
      />
    </span>
  );
}

/** Anything else is typed; what cannot be read is marked and not taken. */
function Typed({ value, known, label, onChange }: Props) {
  const [typed, setTyped] = useState(typedValue(value));
  return (
    <Input
      aria-label={label}
      value={typed}
      status={readValue(typed, known) === null ? "error" : ""}
      onChange={(event) => {
        setTyped(event.target.value);
        const read = readValue(event.target.value, known);
        if (read !== null) onChange(read);
      }}
    />
  );
}
