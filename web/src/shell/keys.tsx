/**
 * Keys of a screen: registered with what they do, so that `?` can list them.
 * A plain key does nothing while one types; with Ctrl (⌘) it does.
 */
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";

export interface KeyAction {
  /** `j`, `Enter`, `/`, `?`, `Ctrl+Enter`; several: `["j", "ArrowDown"]`. */
  keys: string | string[];
  /** What it does, in words. */
  does: string;
  run: (event: KeyboardEvent) => void;
  /** Whether it also works while one types in a field. */
  typing?: boolean;
  when?: boolean;
}

interface Layer {
  id: symbol;
  actions: { current: KeyAction[] };
  modal: boolean;
}

const KeysContext = createContext<{ layers: Layer[] } | null>(null);

const norm = (event: KeyboardEvent) =>
  `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key}`;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}

const keysOf = (action: KeyAction) => (Array.isArray(action.keys) ? action.keys : [action.keys]);

/** Listens for keys; put it around everything. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [layers] = useState<Layer[]>([]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const pressed = norm(event);
      for (const layer of [...layers].reverse()) {
        for (const action of layer.actions.current) {
          if (action.when === false || !keysOf(action).includes(pressed)) continue;
          if (isTyping(event.target) && !action.typing) continue;
          // Enter and the space bar on a button or link are its own.
          if (
            (pressed === "Enter" || pressed === " ") &&
            event.target instanceof HTMLElement &&
            event.target.closest("a,button,[role=button],[role=option],summary")
          )
            continue;
          event.preventDefault();
          action.run(event);
          return;
        }
        if (layer.modal) return;
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [layers]);
  const value = useMemo(() => ({ layers }), [layers]);
  return <KeysContext value={value}>{children}</KeysContext>;
}

/** Registers a screen's keys. A `modal` one (a drawer) keeps those below it silent. */
export function useKeys(actions: KeyAction[], { modal = false, active = true } = {}): void {
  const context = useContext(KeysContext);
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    if (!context || !active) return;
    const layer: Layer = { id: Symbol("keys"), actions: current, modal };
    context.layers.push(layer);
    return () => {
      const at = context.layers.findIndex((other) => other.id === layer.id);
      if (at >= 0) context.layers.splice(at, 1);
    };
  }, [context, modal, active]);
}

/** All keys that work now, the nearest first. */
export function useKeyList(): () => { keys: string[]; does: string }[] {
  const context = useContext(KeysContext);
  return () =>
    [...(context?.layers ?? [])]
      .reverse()
      .flatMap((layer) => layer.actions.current)
      .filter((action) => action.when !== false)
      .map((action) => ({ keys: keysOf(action), does: action.does }));
}

/** A key, drawn as one. Hidden on devices without a keyboard. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {children
        .replace("Enter", "⏎")
        .replace("ArrowDown", "↓")
        .replace("ArrowUp", "↑")
        .replace("Escape", "Esc")}
    </kbd>
  );
}
