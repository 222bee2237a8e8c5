/**
 * A choice made with one key: each option shows its digit. Arrows go through the
 * options, Tab and Enter go on; a digit chooses and goes on.
 */
import { useId, useRef, type KeyboardEvent } from "react";
import { Key } from "./keys";
import { goOn } from "./goOn";
import "./choice.css";

/** The keys of options, in their order. */
export const OPTION_KEYS = "1234567890abcdefghij";

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; label: string; hint?: string }[];
  value: T | null;
  onChange: (value: T) => void;
  /** What stands under the label. */
  help?: string | undefined;
  missing?: string | undefined;
  autoFocus?: boolean;
  /** Options below one another. */
  tall?: boolean;
}

export function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
  help,
  missing,
  autoFocus,
  tall,
}: Props<T>) {
  const id = useId();
  const here = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const digit = event.key.length === 1 ? OPTION_KEYS.indexOf(event.key.toLowerCase()) : -1;
    if (step) {
      const next = options[(at + step + options.length) % options.length];
      if (next) onChange(next.value);
      here.current?.querySelectorAll("button")[(at + step + options.length) % options.length]?.focus();
    } else if (digit >= 0 && digit < options.length) {
      const option = options[digit];
      if (option) onChange(option.value);
      goOn(here.current);
    } else if (event.key === "Enter") goOn(here.current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="told-field">
      <span id={id} className="told-label">
        {label}
        {help && <small className="quiet"> {help}</small>}
      </span>
      {/* The buttons inside take the focus; the keys are the group's. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={here}
        role="radiogroup"
        aria-labelledby={id}
        className={tall ? "one-key tall" : "one-key"}
        onKeyDown={onKeyDown}
      >
        {options.map((option, i) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={option.value === value}
            tabIndex={i === at ? 0 : -1}
            // Opened by a key: what is asked first has the focus.

            autoFocus={autoFocus && i === at}
            onClick={() => onChange(option.value)}
          >
            <Key>{OPTION_KEYS.charAt(i)}</Key> {option.label}
            {option.hint && <small className="quiet"> {option.hint}</small>}
          </button>
        ))}
      </div>
      {missing && <span className="field-missing">{missing}</span>}
    </div>
  );
}

interface ManyProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: readonly T[];
  onChange: (value: T[]) => void;
  help?: string | undefined;
}

/** Any of several, each with its digit; Tab and Enter go on. */
export function Choices<T extends string>({ label, options, value, onChange, help }: ManyProps<T>) {
  const id = useId();
  const here = useRef<HTMLDivElement>(null);
  const toggle = (option: T) =>
    onChange(value.includes(option) ? value.filter((other) => other !== option) : [...value, option]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const option = options[event.key.length === 1 ? OPTION_KEYS.indexOf(event.key.toLowerCase()) : -1];
    if (option) toggle(option.value);
    else if (event.key === "Enter") goOn(here.current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="told-field">
      <span id={id} className="told-label">
        {label}
        {help && <small className="quiet"> {help}</small>}
      </span>
      {}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div ref={here} role="group" aria-labelledby={id} className="one-key" onKeyDown={onKeyDown}>
        {options.map((option, i) => (
          <button
            key={option.value}
            type="button"
            role="checkbox"
            aria-checked={value.includes(option.value)}
            tabIndex={i === 0 ? 0 : -1}
            onClick={() => toggle(option.value)}
          >
            <Key>{OPTION_KEYS.charAt(i)}</Key> {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The options of a table of words. */
export const optionsOf = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
