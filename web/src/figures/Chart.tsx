/** A chart, drawn by ECharts; only the parts in use are loaded, and only when a chart is shown. */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import type { ECharts, EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useDark } from "../shell/settings";

// SVG stays sharp when it is printed or shown on a wall.
echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export default function Chart({
  option,
  label,
  height = 260,
}: {
  option: EChartsCoreOption;
  /** What it shows: the same stands in a table beside it. */
  label: string;
  height?: number | string;
}) {
  const here = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const dark = useDark();
  useEffect(() => {
    if (!here.current) return;
    const made = echarts.init(here.current, null, { renderer: "svg" });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(here.current);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (here.current) chart.current?.setOption(themed(option, here.current), true);
  }, [option, dark]);
  return <div ref={here} role="img" aria-label={label} style={{ height, width: "100%" }} />;
}

/** The option in the colours of where it stands: light, dark, or the wall. */
function themed(option: EChartsCoreOption, element: Element): EChartsCoreOption {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const axis = {
    axisLabel: { color: colour("quiet"), fontSize: "inherit" },
    axisLine: { lineStyle: { color: colour("line") } },
    splitLine: { lineStyle: { color: colour("line") } },
  };
  const size = Number.parseFloat(style.fontSize);
  const label = { ...axis.axisLabel, fontSize: size * 0.9 };
  return {
    animation: false,
    color: [colour("accent"), colour("good"), colour("late"), colour("soon"), colour("quiet")],
    textStyle: { fontFamily: style.fontFamily, fontSize: size, color: colour("text") },
    tooltip: {
      trigger: "axis",
      backgroundColor: colour("paper"),
      borderColor: colour("line"),
      textStyle: { color: colour("text"), fontSize: size },
    },
    legend: { top: 0, textStyle: { color: colour("text"), fontSize: size } },
    grid: { left: 8, right: 12, top: size * 2.6, bottom: 4, containLabel: true },
    ...option,
    xAxis: { ...axis, ...(option.xAxis as object), axisLabel: label },
    yAxis: { ...axis, ...(option.yAxis as object), axisLabel: label },
  };
}
