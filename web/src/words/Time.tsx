/** Times on screens: exact and relative, and deadlines in colour and words. */
import { Tooltip } from "antd";
import { useSyncExternalStore } from "react";
import type { Moment } from "../api/types";
import { useSettings } from "../shell/settings";
import { exact, relative, untilDue } from "./time";

const TICK = 20_000;
let now = Date.now();
const listeners = new Set<() => void>();
setInterval(() => {
  now = Date.now();
  listeners.forEach((listener) => listener());
}, TICK);

/** Now, renewed every twenty seconds. */
export function useNow(): Moment {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}

/** `3 小时前`, with the exact time on demand; or the other way round. */
export function Time({ at, show = "relative" }: { at: Moment; show?: "relative" | "exact" | "both" }) {
  const now = useNow();
  useSettings();
  const both: [string, string] = [exact(at, now), relative(at, now)];
  const [first, second] = show === "relative" ? [both[1], both[0]] : both;
  return (
    <Tooltip title={show === "both" ? null : second}>
      <time dateTime={new Date(at).toISOString()}>{show === "both" ? `${first}（${second}）` : first}</time>
    </Tooltip>
  );
}

/** How near a deadline is. */
export function urgency(due: Moment, now: Moment, warnFrom?: Moment | null): "late" | "soon" | "good" {
  if (due < now) return "late";
  return now >= (warnFrom ?? due - 8 * 3_600_000) ? "soon" : "good";
}

/** A deadline: `还剩 3 小时`, `超期 2 天`; coloured, and in words. */
export function Due({ at, warnFrom }: { at: Moment; warnFrom?: Moment | null }) {
  const now = useNow();
  useSettings();
  return (
    <Tooltip title={exact(at, now)}>
      <time className={`due ${urgency(at, now, warnFrom)}`} dateTime={new Date(at).toISOString()}>
        {untilDue(at, now)}
      </time>
    </Tooltip>
  );
}
