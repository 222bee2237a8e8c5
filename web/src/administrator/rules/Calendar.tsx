/** 工作日历: the days of a year on which deadlines are counted. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api, read } from "../../api/client";
import { SheetDrawer } from "../../shell/SheetForm";
import { useSettings } from "../../shell/settings";
import { bilingual, useWords } from "../../words";
import { dayKey } from "../../words/time";
import { useNow } from "../../words/Time";
import { listKey, type CalendarDay, type CalendarYear } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { DaysForm } from "./DaysForm";
import { dayKinds, dayLetters } from "./days";
import { months } from "./months";
import "./calendar.css";

const words = bilingual(
  {
    title: "工作日历",
    lead: "哪天上班、哪天放假，工作日的时限据此计算。每年十一月前后国务院办公厅公布次年安排，公布后请据实录入。",
    before: "上一年",
    after: "下一年",
    change: "修改几天",
    addYear: (year: number) => `录入 ${year} 年`,
    announced: (until: string) => `已公布到 ${until}；此后为推定（周一至周五上班），标有“推”。`,
    none: (year: number) => `日历里没有 ${year} 年。公布后录入；未录入的日子不能计算工作日时限。`,
    week: ["一", "二", "三", "四", "五", "六", "日"],
    assumed: "推",
    assumedLong: "推定",
    changing: "修改日历",
    month: (n: number) => `${n}月`,
    pick: "点某一天可修改",
  },
  {
    title: "Calendar",
    lead: "On which days offices work: limits in working days are counted by it. The next year is announced around November; enter it then.",
    before: "Year before",
    after: "Year after",
    change: "Change days",
    addYear: (year: number) => `Enter ${year}`,
    announced: (until: string) =>
      `Announced until ${until}; later days are assumed (Monday to Friday) and marked “a”.`,
    none: (year: number) =>
      `${year} is not in the calendar. Enter it when it is announced; limits in working days cannot be counted without.`,
    week: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    assumed: "a",
    assumedLong: "assumed",
    changing: "Change the calendar",
    month: (n: number) =>
      new Date(Date.UTC(2026, n - 1, 1)).toLocaleString("en-GB", { month: "long", timeZone: "UTC" }),
    pick: "Choose a day to change it",
  },
);

export default function Calendar() {
  const w = useWords(words);
  const [search, setSearch] = useSearchParams();
  const today = dayKey(useNow());
  const year = Number(search.get("year")) || Number(today.slice(0, 4));
  const go = (to: number) => setSearch({ year: String(to) }, { replace: true });
  const [open, setOpen] = useState<readonly [string, string] | null>(null);
  const days = useQuery({
    queryKey: [...listKey("calendar"), year],
    queryFn: async () =>
      (await read(
        api.GET("/api/administrator/calendar-days", { params: { query: { year } } }),
      )) as CalendarYear,
  });
  const there = !!days.data?.entry.days.length;
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <Button
          type="primary"
          disabled={!days.data}
          onClick={() => setOpen(there ? ["", ""] : [`${year}-01-01`, `${year}-12-31`])}
        >
          {there || !days.data ? w.change : w.addYear(year)}
        </Button>
      </Head>
      <div className="toolbar">
        <Button icon={<LeftOutlined aria-hidden />} aria-label={w.before} onClick={() => go(year - 1)} />
        <h2 style={{ margin: 0 }}>{year}</h2>
        <Button icon={<RightOutlined aria-hidden />} aria-label={w.after} onClick={() => go(year + 1)} />
        <Legend />
      </div>
      <Reading of={days}>
        {(kept) => (
          <>
            {!kept.entry.days.length && <Alert type="info" showIcon title={w.none(year)} />}
            {kept.entry.announced_until && kept.entry.days.some(({ assumed }) => assumed) && (
              <Alert type="warning" showIcon title={w.announced(kept.entry.announced_until)} />
            )}
            <Grid of={kept} onPick={(date) => setOpen([date, date])} />
            <SheetDrawer open={open !== null} title={w.changing} onClose={() => setOpen(null)}>
              {open && <DaysForm of={kept} from={open[0]} to={open[1]} onClose={() => setOpen(null)} />}
            </SheetDrawer>
          </>
        )}
      </Reading>
    </>
  );
}

function Legend() {
  const kinds = useWords(dayKinds);
  const letters = useWords(dayLetters);
  return (
    <ul className="plain calendar-legend" aria-hidden>
      {(Object.keys(kinds) as CalendarDay["kind"][]).map((kind) => (
        <li key={kind}>
          <span className={`calendar-day ${kind}`}>
            <i>{letters[kind]}</i>
          </span>{" "}
          {kinds[kind]}
        </li>
      ))}
    </ul>
  );
}

function Grid({ of, onPick }: { of: CalendarYear; onPick: (date: string) => void }) {
  const w = useWords(words);
  const today = dayKey(useNow());
  return (
    <div className="calendar">
      {months(of.entry.days).map(({ month, blanks, days }) => (
        <section key={month} className="block" aria-label={w.month(month)}>
          <h3>{w.month(month)}</h3>
          <div className="calendar-month">
            {w.week.map((name) => (
              <span key={name} className="calendar-head" aria-hidden>
                {name}
              </span>
            ))}
            {Array.from({ length: blanks }, (_, i) => (
              <span key={`blank${i}`} />
            ))}
            {days.map((day) => (
              <Day key={day.date} day={day} today={day.date === today} onPick={onPick} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Day({ day, today, onPick }: { day: CalendarDay; today: boolean; onPick: (date: string) => void }) {
  const w = useWords(words);
  const kinds = useWords(dayKinds);
  const letters = useWords(dayLetters);
  const { language } = useSettings();
  const said = [
    day.date,
    kinds[day.kind],
    day.name,
    day.assumed && w.assumedLong,
    day.source && !day.assumed && day.source,
  ]
    .filter(Boolean)
    .join(language === "zh" ? "，" : ", ");
  return (
    <button
      type="button"
      className={`calendar-day ${day.kind} ${today ? "today" : ""}`}
      title={said}
      onClick={() => onPick(day.date)}
    >
      {Number(day.date.slice(8))}
      <i>
        {letters[day.kind]}
        {day.assumed && day.kind === "workday" ? "" : day.assumed ? w.assumed : ""}
      </i>
    </button>
  );
}
