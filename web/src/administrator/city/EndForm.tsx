/** 停用、撤并: an entry ends, and another may take its place. Nothing is deleted. */
import { useState, type ReactNode } from "react";
import { Field, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { BasisField } from "../BasisField";

const words = bilingual(
  {
    end: "停用",
    successor: "由谁接替（可不填）",
    what: "停用后不再派单、不再出现在选单里；已办的工单和记录都保留。名下还有未办结工单、人员或目录条目的，平台会告诉你有多少、在哪里，处理完才能停用。",
    sure: (name: string) => `确定停用“${name}”吗？停用以后可以在列表里恢复。`,
  },
  {
    end: "End it",
    successor: "What takes its place (may be left empty)",
    what: "Nothing is sent there any more and no list offers it; what it did stays. While open orders, people or directory entries depend on it, you are told how many and where, and it cannot end.",
    sure: (name: string) => `End “${name}”? It can be revived in the list later.`,
  },
);

interface Props {
  name: string;
  /** Chooses the one that takes its place. */
  picker: (successor: string | null, choose: (code: string | null) => void, id: string) => ReactNode;
  onEnd: (ending: { successor: string | null; basis: string }, against?: number) => Promise<void>;
  onCancel: () => void;
}

export function EndForm({ name, picker, onEnd, onCancel }: Props) {
  const w = useWords(words);
  const [successor, setSuccessor] = useState<string | null>(null);
  const [basis, setBasis] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <SheetForm
      onSave={(against) => onEnd({ successor, basis }, against)}
      onCancel={onCancel}
      complete={!!basis.trim()}
      onTried={() => setTried(true)}
      save={w.end}
      what={w.what}
      sure={w.sure(name)}
      danger
    >
      <Field label={w.successor}>{({ id }) => picker(successor, setSuccessor, id)}</Field>
      <BasisField value={basis} onChange={setBasis} missing={tried} />
    </SheetForm>
  );
}
