/** Today beside yesterday and the usual, the trend, what rises, where, through which channel, about what. */
import { PrinterOutlined } from "@ant-design/icons";
import { Button, Result, Spin } from "antd";
import { type ReactNode } from "react";
import { useProblemWords } from "../api/useProblem";
import { useCity } from "../city/city";
import { useFigures } from "../figures/figures";
import { PlacesMap } from "../figures/PlacesMap";
import { Rising } from "../figures/Rising";
import { Shares } from "../figures/Shares";
import { Tiles } from "../figures/Tiles";
import { Trend } from "../figures/Trend";
import { figureWords } from "../figures/words";
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { channels } from "../words/codes";
import { day, fromLocalInput } from "../words/time";
import { Period, usePeriod } from "./Period";
import { leaderWords } from "./words";

export function Board({ sides }: { sides: ReactNode }) {
  const w = useWords(leaderWords);
  const f = useWords(figureWords);
  const say = useProblemWords();
  const channel = useWords(channels);
  const city = useCity();
  const figures = useFigures(usePeriod());
  useScreen(w.board);
  if (figures.isPending) return <Spin className="waiting" description={f.reading} />;
  if (!figures.data)
    return (
      <Result
        status="warning"
        title={f.failed}
        subTitle={say(figures.error)}
        extra={<Button onClick={() => void figures.refetch()}>{f.again}</Button>}
      />
    );
  const { data } = figures;
  const from = fromLocalInput(`${data.from}T00:00`) ?? 0;
  return (
    <div className="stack">
      <div className="row-between">
        <h1>
          {w.board} <span className="quiet">{day(data.at)}</span>
        </h1>
        <span className="buttons no-print">
          <Period />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {f.print}
          </Button>
          {sides}
        </span>
      </div>
      <Tiles figures={data} />
      <div className="figures-grid">
        <Trend trend={data.trend} />
        <Rising rising={data.rising} />
        <PlacesMap places={data.places} from={from} />
        <div className="stack">
          <Shares
            title={f.matters}
            shares={data.matters.map((one) => ({
              key: one.matter,
              name: city.matter(one.matter),
              n: one.received,
              query: one.query,
            }))}
          />
          <Shares
            title={f.channels}
            shares={data.channels.map((one) => ({
              key: one.channel,
              name: channel[one.channel],
              n: one.received,
              query: one.query,
            }))}
          />
        </div>
      </div>
    </div>
  );
}
