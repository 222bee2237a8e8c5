/** Where: a cell for each place, with its number; the shade says how much of what is open is late. */
import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useCity } from "../city/city";
import { useWords } from "../words";
import type { PlaceCount } from "./figures";
import { cellsOf, HEIGHT, step, WIDTH, type Cell, type Depth } from "./geometry";
import { percent } from "./numbers";
import { Shown } from "./Shown";
import { figureWords } from "./words";

/** The drawing alone; with `onOpen` its cells can be reached and opened. */
export function CityMap({
  cells,
  label,
  onOpen,
}: {
  cells: readonly Cell[];
  label: string;
  onOpen?: (code: string) => void;
}) {
  const w = useWords(figureWords);
  const many = cells.length > 16;
  return (
    <svg className="city-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
      {cells.map((cell) =>
        cell.ground === null ? null : (
          <g
            key={cell.code}
            className={`cell step${step(cell.open, cell.late)} ${onOpen ? "opens" : ""}`}
            role={onOpen ? "link" : "img"}
            tabIndex={onOpen ? 0 : undefined}
            aria-label={w.cell(cell.name, cell.received, cell.open, cell.late)}
            onClick={() => onOpen?.(cell.code)}
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === " ") {
                event.preventDefault();
                onOpen?.(cell.code);
              }
            }}
          >
            <title>{w.cell(cell.name, cell.received, cell.open, cell.late)}</title>
            <path d={cell.ground} />
            <text x={cell.x} y={cell.y} className={many ? "many" : ""}>
              {/* The name that is heard begins with what is seen (WCAG 2.5.3). */}
              <tspan className="cell-count">{cell.received}</tspan>{" "}
              <tspan x={cell.x} dy="1.15em">
                {cell.name}
              </tspan>
            </text>
          </g>
        ),
      )}
    </svg>
  );
}

export function Legend() {
  const w = useWords(figureWords);
  return (
    <ul className="plain legend small" aria-label={w.lateShare}>
      {w.legend.map((words, i) => (
        <li key={words}>
          <span className={`swatch step${i}`} aria-hidden /> {words}
        </li>
      ))}
    </ul>
  );
}

/** The orders of a place, and those within. */
const ordersOf = (code: string, from: number) =>
  `/orders?${new URLSearchParams({ place: code, from: String(from) })}`;

export function PlacesMap({ places, from }: { places: readonly PlaceCount[]; from: number }) {
  const w = useWords(figureWords);
  const city = useCity();
  const navigate = useNavigate();
  const [depth, setDepth] = useState<Depth>(2);
  const cells = useMemo(() => cellsOf(places, city.data.places, depth), [places, city, depth]);
  const sorted = [...cells].sort((a, b) => b.received - a.received);
  return (
    <Shown
      title={w.map}
      help={w.mapHelp}
      beside={
        <Segmented
          size="small"
          aria-label={w.mapLevel}
          value={depth}
          onChange={setDepth}
          options={[
            { value: 2, label: w.districts },
            { value: 3, label: w.towns },
          ]}
        />
      }
      chart={
        <>
          <CityMap cells={cells} label={w.map} onOpen={(code) => void navigate(ordersOf(code, from))} />
          <Legend />
        </>
      }
      table={
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">{w.place}</th>
              {[w.received, w.open, w.late, w.lateShare].map((title) => (
                <th key={title} scope="col" className="figure">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((cell) => (
              <tr key={cell.code}>
                <th scope="row">
                  <Link to={ordersOf(cell.code, from)}>{city.placePath(cell.code)}</Link>{" "}
                  {cell.ground === null && <span className="quiet small">{w.noPosition}</span>}
                </th>
                <td className="figure">{cell.received}</td>
                <td className="figure">{cell.open}</td>
                <td className="figure">{cell.late}</td>
                <td className="figure">{percent(cell.late, cell.open) ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
