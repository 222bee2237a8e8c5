/** A screen's head and what it reads: its name, what it is for, its buttons; waiting, or why not. */
import { Alert, Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useProblemWords } from "../api/useProblem";
import { useScreen } from "./useScreen";
import { bilingual, useWords } from "../words";

const words = bilingual({ again: "再试一次" }, { again: "Try again" });

/** The head of a screen. */
export function Head({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  useScreen(title);
  return (
    <header>
      <div className="row-between">
        <h1>{title}</h1>
        {children && <div className="buttons">{children}</div>}
      </div>
      {lead && <p className="quiet">{lead}</p>}
    </header>
  );
}

interface Query<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** Shows what was read. */
export function Reading<T>({ of, children }: { of: Query<T>; children: (data: T) => ReactNode }) {
  const w = useWords(words);
  const say = useProblemWords();
  if (of.data !== undefined) return children(of.data);
  if (of.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <Alert
      type="error"
      showIcon
      title={say(of.error)}
      action={<Button onClick={() => of.refetch()}>{w.again}</Button>}
    />
  );
}
