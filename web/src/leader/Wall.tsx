/**
 * 大屏: read from five metres, without a hand on it. Big figures, the map, what
 * rises, the newest orders by matter and place only: nothing of anybody's person stands
 * on a wall, so neither titles nor numbers do.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState, type CSSProperties } from "react";
import { Link } from "react-router";
import { api, read } from "../api/client";
import { useCity } from "../city/city";
import { useFigures, type Figures } from "../figures/figures";
import { cellsOf } from "../figures/geometry";
import { number } from "../figures/numbers";
import { CityMap, Legend } from "../figures/PlacesMap";
import { Sparkline } from "../figures/Sparkline";
import { TrendChart } from "../figures/Trend";
import { figureNames, figureWords } from "../figures/words";
import { useLive } from "../live/live";
import { DARK } from "../shell/theme";
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { channels, stages } from "../words/codes";
import { clock, day } from "../words/time";
import { useNow } from "../words/Time";
import { leaderWords } from "./words";
import "./wall.css";

const DAYS = 30;
/** How many of what stands in a list. */
const LISTED = 8;

/** A wall is dark whatever the room's screens are. */
const PALETTE = Object.fromEntries(
  Object.entries(DARK).map(([name, colour]) => [`--${name}`, colour]),
) as CSSProperties;

export default function Wall() {
  const w = useWords(leaderWords);
  const f = useWords(figureWords);
  const city = useCity();
  const now = useNow();
  const { lostAt, onOrder } = useLive();
  const figures = useFigures(DAYS);
  useScreen(w.wall);

  // What happens shows within seconds; but a busy city is not counted anew with each act.
  const { refetch } = figures;
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = onOrder(() => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        setMoved((n) => n + 1);
        void refetch();
      }, SETTLED);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [onOrder, refetch]);

  const { data } = figures;
  const stale = lostAt ?? (figures.isError ? figures.dataUpdatedAt : null);
  return (
    <div className="wall" style={PALETTE}>
      <header>
        <h1>{w.wallTitle(city.data.name)}</h1>
        <span className="wall-time">
          {day(now)} {clock(now)}
        </span>
        {stale ? (
          <span className="badge late" role="alert">
            {w.lost(clock(stale))}
          </span>
        ) : (
          data && <span className="quiet">{w.asOf(clock(data.at))}</span>
        )}
        <Link to="/leader" className="wall-leave">
          {w.leave}
        </Link>
      </header>
      {data && (
        <>
          <BigFigures figures={data} />
          <div className="wall-columns">
            <div className="wall-map">
              <Where figures={data} />
              <section>
                <h2>{w.trend(DAYS)}</h2>
                <TrendChart trend={data.trend} height="100%" />
              </section>
            </div>
            <section>
              <h2>{f.rising}</h2>
              <ol className="plain wall-list">
                {data.rising.slice(0, LISTED).map((rise) => (
                  <li key={rise.matter}>
                    <span>
                      <strong>{city.matter(rise.matter)}</strong>
                    </span>
                    <Sparkline days={rise.days} />
                    <span className="wall-number">
                      {rise.count}
                      <span className="quiet">
                        {f.usually} {number(rise.usual)}
                      </span>
                    </span>
                  </li>
                ))}
              </ol>
              {!data.rising.length && <p className="quiet">{f.noRising}</p>}
            </section>
            <Newest moved={moved} />
          </div>
        </>
      )}
    </div>
  );
}

/** How long after something happened the wall is counted anew, in milliseconds. */
const SETTLED = 8_000;

const BIG = ["received", "answered_at_once", "dispatched", "closed", "open", "late", "citizens_over"];

function BigFigures({ figures }: { figures: Figures }) {
  const f = useWords(figureWords);
  const names = useWords(figureNames);
  return (
    <dl className="wall-figures">
      {figures.today
        .filter(({ figure }) => BIG.includes(figure))
        .map((figure) => (
          <div
            key={figure.figure}
            className={["late", "citizens_over"].includes(figure.figure) && figure.count ? "bad" : ""}
          >
            <dt>{names[figure.figure]}</dt>
            <dd>{number(figure.count)}</dd>
            <dd className="quiet wall-beside">
              {figure.usual != null ? f.usual(number(figure.usual)) : f.now}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Where({ figures }: { figures: Figures }) {
  const f = useWords(figureWords);
  const city = useCity();
  const cells = useMemo(() => cellsOf(figures.places, city.data.places, 2), [figures.places, city]);
  return (
    <section>
      <h2>{f.map}</h2>
      <CityMap cells={cells} label={f.map} />
      <Legend />
    </section>
  );
}

function Newest({ moved }: { moved: number }) {
  const w = useWords(leaderWords);
  const stage = useWords(stages);
  const channel = useWords(channels);
  const city = useCity();
  // Not under "orders": each read is a look on record, and a wall looks all day.
  const { data } = useQuery({
    queryKey: ["wall", "newest", moved],
    queryFn: () => read(api.GET("/api/orders", { params: { query: { sort: "newest", limit: LISTED } } })),
    placeholderData: (before) => before,
  });
  return (
    <section>
      <h2>{w.newest}</h2>
      <ol className="plain wall-list">
        {data?.items.map((line) => (
          <li key={line.number}>
            <span className="number quiet">{clock(line.registered_at)}</span>
            <span className="grow">
              <strong>{city.matter(line.matter)}</strong>
              <br />
              <span className="quiet">
                {city.placePath(line.place)} · {channel[line.channel]}
              </span>
            </span>
            <span className="badge">{stage[line.stage]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
