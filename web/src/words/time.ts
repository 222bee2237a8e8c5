/** Moments, durations and limits in words. Times are those of the city, whatever the browser's zone. */
import type { Moment } from "../api/types";
import { currentSettings, type Language } from "../shell/settings";

let zone = "Asia/Shanghai";

/** Sets the city's time zone, once it is known. */
export function setZone(of: string): void {
  zone = of;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      ...options,
    });
    formats.set(key, made);
  }
  return made;
}

const lang = () => currentSettings().language;

/** `4月3日 09:12`; with the year when it is not this one. */
export function exact(at: Moment, now: Moment = Date.now()): string {
  const year = sameYear(at, now) ? {} : { year: "numeric" as const };
  return `${format(lang(), { ...year, month: lang() === "zh" ? "long" : "short", day: "numeric" }).format(at)} ${clock(at)}`;
}

/** `09:12` */
export const clock = (at: Moment) => format(lang(), { hour: "2-digit", minute: "2-digit" }).format(at);

/** `2026年4月3日 星期五` */
export function day(at: Moment): string {
  return format(lang(), { year: "numeric", month: "long", day: "numeric", weekday: "long" }).format(at);
}

/** The calendar day in the city, for grouping: `2026-04-03`. */
export function dayKey(at: Moment): string {
  const parts = Object.fromEntries(
    format("en", { year: "numeric", month: "2-digit", day: "2-digit" })
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

const sameYear = (a: Moment, b: Moment) => dayKey(a).slice(0, 4) === dayKey(b).slice(0, 4);

/** Which calendar day of the citizen's wait it is: the day of registration is day 1. */
export function dayNumber(from: Moment, now: Moment): number {
  return Math.round((Date.parse(dayKey(now)) - Date.parse(dayKey(from))) / 86_400_000) + 1;
}

/** How long, in the largest unit that says it well: `3 小时`, `2 天 4 小时`. */
export function duration(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const zh = lang() === "zh";
  const d = zh ? `${days} 天` : `${days} d`;
  const h = zh ? `${hours} 小时` : `${hours} h`;
  const m = zh ? `${minutes % 60} 分钟` : `${minutes % 60} min`;
  if (days >= 3 || (days > 0 && hours === 0)) return d;
  if (days > 0) return `${d} ${h}`;
  if (hours >= 3 || (hours > 0 && minutes % 60 === 0)) return h;
  return hours > 0 ? `${h} ${m}` : m;
}

/** `3 小时前`, `5 分钟后`, `刚刚`. */
export function relative(at: Moment, now: Moment): string {
  const zh = lang() === "zh";
  if (Math.abs(now - at) < 45_000) return zh ? "刚刚" : "just now";
  if (at < now) return zh ? `${duration(now - at)}前` : `${duration(now - at)} ago`;
  return zh ? `${duration(at - now)}后` : `in ${duration(at - now)}`;
}

/** How long until a deadline, or how long past it. */
export function untilDue(due: Moment, now: Moment): string {
  const zh = lang() === "zh";
  if (due >= now) return zh ? `还剩 ${duration(due - now)}` : `${duration(due - now)} left`;
  return zh ? `超期 ${duration(now - due)}` : `${duration(now - due)} late`;
}

/** A limit as the server writes it (`5 working days`) in words. */
export function limit(text: string): string {
  const zh = lang() === "zh";
  if (text === "by law") return zh ? "从其法律规定" : "as its law says";
  const [amount, counting, unit] = text.split(" ");
  if (!zh) return text;
  const word = { working: "工作", natural: "自然" }[counting ?? ""] ?? "";
  if (unit?.startsWith("day")) return `${amount} 个${word}日`;
  if (unit?.startsWith("hour")) return `${amount} 个${word}小时`;
  return `${amount} 分钟${counting === "working" ? "（工作时间）" : ""}`;
}

/** For `<input type="datetime-local">`: the wall clock of the city. */
export function toLocalInput(at: Moment): string {
  return `${dayKey(at)}T${format("en", { hour: "2-digit", minute: "2-digit" }).format(at)}`;
}

/** The moment of a wall-clock reading in the city; null when it is not one. */
export function fromLocalInput(text: string): Moment | null {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return null;
  // The reading as if in UTC, corrected by what the zone shows for that moment.
  const shift = Date.parse(`${toLocalInput(asUtc)}:00Z`) - asUtc;
  return asUtc - shift;
}
