/**
 * A form in a drawer for what is not an act of an order: its fields, what will
 * happen, why it failed; what was typed stays when somebody else was faster.
 */
import { Alert, Button, Drawer } from "antd";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { Refused } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { bilingual, useWords } from "../words";
import { Key, useKeys } from "./keys";

const words = bilingual(
  {
    required: "请填写",
    save: "保存",
    cancel: "取消",
    sure: "确定",
    back: "返回修改",
    changed:
      "在你填写期间，另一位管理员改过这一条。你填写的内容都还在；可以先关闭看看现在的样子，也可以仍按你填写的保存。",
    anyway: "仍按我填写的保存",
    missing: "还有必填项没有填。",
    key: "保存",
  },
  {
    required: "Please fill in",
    save: "Save",
    cancel: "Cancel",
    sure: "Yes, do it",
    back: "Go back",
    changed:
      "Another administrator changed this entry while you were writing. What you wrote is still here: close it to see how it is now, or save yours all the same.",
    anyway: "Save mine all the same",
    missing: "Something needed is missing.",
    key: "Save",
  },
);

/** A drawer from the right; from below on a phone. */
export function SheetDrawer({
  open,
  title,
  onClose,
  size = 560,
  children,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  size?: number;
  children: ReactNode;
}) {
  const phone = window.matchMedia("(max-width: 899px)").matches;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      placement={phone ? "bottom" : "right"}
      size={phone ? "92%" : size}
      destroyOnHidden
    >
      <Modal />
      {children}
    </Drawer>
  );
}

/** Keeps the keys of what lies below silent. */
function Modal() {
  useKeys([], { modal: true });
  return null;
}

interface Props {
  /** Saves it; `against` is the version that came meanwhile, when it is to be saved all the same. */
  onSave: (against?: number) => Promise<void>;
  onCancel: () => void;
  /** Whether everything needed is there. */
  complete?: boolean;
  /** Told when one tries without. */
  onTried?: () => void;
  /** The button's word. */
  save?: string;
  /** What will happen, in a sentence. */
  what?: ReactNode;
  /** Asked once more before: what cannot be undone. */
  sure?: ReactNode;
  danger?: boolean;
  children: ReactNode;
}

export function SheetForm({
  onSave,
  onCancel,
  complete = true,
  onTried,
  save,
  what,
  sure,
  danger = false,
  children,
}: Props) {
  const w = useWords(words);
  const say = useProblemWords();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function submit(against?: number) {
    if (busy) return;
    onTried?.();
    setIncomplete(!complete);
    if (!complete) return;
    if (sure && !asked) return setAsked(true);
    setBusy(true);
    setProblem(null);
    try {
      await onSave(against);
    } catch (error) {
      setProblem(error);
      setAsked(false);
    } finally {
      setBusy(false);
    }
  }
  useKeys([{ keys: "Ctrl+Enter", does: w.key, typing: true, run: () => void submit() }]);
  const changed = problem instanceof Refused && problem.problem.code === "changed" ? problem.problem : null;
  return (
    <form
      className="sheet-form stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      {what && <p className="quiet small">{what}</p>}
      {changed ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={w.changed}
          description={
            <Button loading={busy} onClick={() => void submit(changed.version)}>
              {w.anyway}
            </Button>
          }
        />
      ) : (
        problem !== null && <Alert type="error" showIcon role="alert" title={say(problem)} />
      )}
      {incomplete && !complete && <Alert type="error" showIcon role="alert" title={w.missing} />}
      {asked && sure ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={sure}
          description={
            <span className="buttons">
              <Button type="primary" danger={danger} loading={busy} htmlType="submit" autoFocus>
                {w.sure}
              </Button>
              <Button onClick={() => setAsked(false)}>{w.back}</Button>
            </span>
          }
        />
      ) : (
        <div className="buttons">
          <Button type="primary" danger={danger} loading={busy} htmlType="submit">
            {save ?? w.save} <Key>Ctrl+Enter</Key>
          </Button>
          <Button onClick={onCancel}>{w.cancel}</Button>
        </div>
      )}
    </form>
  );
}

/** A label with its control, help, and whether it is missing. */
export function Field({
  label,
  help,
  missing = false,
  children,
}: {
  label: string;
  help?: ReactNode;
  missing?: boolean;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}) {
  const w = useWords(words);
  const id = useId();
  const describedBy = [help && `${id}h`, missing && `${id}m`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && (
        <span id={`${id}h`} className="quiet small">
          {help}
        </span>
      )}
      {children({ id, describedBy })}
      {missing && (
        <span id={`${id}m`} className="field-missing">
          {w.required}
        </span>
      )}
    </div>
  );
}
