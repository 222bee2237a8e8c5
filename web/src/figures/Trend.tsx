/** Day by day: what came in, what was closed, what became late. */
import { Spin } from "antd";
import { lazy, Suspense, useMemo } from "react";
import { useWords } from "../words";
import type { TrendDay } from "./figures";
import { Shown } from "./Shown";
import { figureWords, trendNames } from "./words";

const Chart = lazy(() => import("./Chart"));

const LINES = ["received", "closed", "became_late"] as const;
const COLUMNS = ["received", "answered_at_once", "dispatched", "closed", "became_late"] as const;

/** The chart alone, for where there is no table. */
export function TrendChart({ trend, height }: { trend: readonly TrendDay[]; height?: number | string }) {
  const w = useWords(figureWords);
  const names = useWords(trendNames);
  const option = useMemo(
    () => ({
      xAxis: { type: "category", data: trend.map(({ day }) => day.slice(5)), boundaryGap: false },
      yAxis: { type: "value", minInterval: 1 },
      series: LINES.map((line, i) => ({
        name: names[line],
        type: "line",
        // Told apart without colour, too.
        symbol: (["circle", "rect", "triangle"] as const)[i],
        lineStyle: { width: 2, type: (["solid", "dashed", "dotted"] as const)[i] },
        showSymbol: trend.length <= 31,
        data: trend.map((day) => day[line]),
      })),
    }),
    [trend, names],
  );
  return (
    <Suspense fallback={<Spin className="waiting" />}>
      <Chart option={option} label={w.trend} {...(height === undefined ? {} : { height })} />
    </Suspense>
  );
}

export function Trend({ trend }: { trend: readonly TrendDay[] }) {
  const w = useWords(figureWords);
  const names = useWords(trendNames);
  return (
    <Shown
      title={w.trend}
      chart={<TrendChart trend={trend} />}
      table={
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">{w.date}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="figure">
                  {names[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...trend].reverse().map((day) => (
              <tr key={day.day}>
                <th scope="row" className="nowrap">
                  {day.day}
                </th>
                {COLUMNS.map((column) => (
                  <td key={column} className="figure">
                    {day[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
