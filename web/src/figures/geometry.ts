/**
 * A map without tiles: each place of a level gets the ground that is nearer to
 * it than to any other (Voronoi), so that it works offline and shows no border that
 * nobody has confirmed.
 */
import { Delaunay } from "d3-delaunay";
import type { Place } from "../city/city";
import type { PlaceCount } from "./figures";

/** The numbers of a place. */
type Count = Omit<PlaceCount, "query">;

/** A place with its numbers, and its ground on the paper. */
export interface Cell {
  code: string;
  name: string;
  received: number;
  open: number;
  late: number;
  /** The ground as an SVG path; none for a place without a position. */
  ground: string | null;
  /** Where its label stands. */
  x: number;
  y: number;
}

export const WIDTH = 1000;
export const HEIGHT = 640;
const MARGIN = 70;

/** How deep districts and towns lie: 1 is the city itself. */
export type Depth = 2 | 3;

/** Counts of places below summed into those of one level; what lies above it stays by itself. */
export function rolledUp(
  counts: readonly Count[],
  places: readonly Place[],
  depth: Depth,
): Map<string, Count> {
  const by = new Map(places.map((place) => [place.code, place]));
  const sums = new Map<string, Count>();
  for (const count of counts) {
    let at = by.get(count.place);
    for (let steps = 0; at && depthOf(at, by) > depth && at.parent && steps < 10; steps++)
      at = by.get(at.parent);
    const code = at?.code ?? count.place;
    const sum = sums.get(code) ?? { place: code, received: 0, open: 0, late: 0 };
    sum.received += count.received;
    sum.open += count.open;
    sum.late += count.late;
    sums.set(code, sum);
  }
  return sums;
}

function depthOf(place: Place, by: ReadonlyMap<string, Place>): number {
  let depth = 1;
  for (let at: Place | undefined = place; at?.parent && depth < 10; depth++) at = by.get(at.parent);
  return depth;
}

/** The cells of all places of a level, those without any order, too. */
export function cellsOf(counts: readonly Count[], places: readonly Place[], depth: Depth): Cell[] {
  const sums = rolledUp(counts, places, depth);
  const by = new Map(places.map((place) => [place.code, place]));
  const shown = places.filter((place) => depthOf(place, by) === depth || sums.has(place.code));
  const placed = shown.filter(
    (place): place is Place & { lat: number; lon: number } =>
      place.lat != null && place.lon != null && depthOf(place, by) === depth,
  );
  const at = projection(placed);
  const voronoi = new Delaunay(placed.flatMap((place) => at(place))).voronoi([0, 0, WIDTH, HEIGHT]);
  const ground = new Map(placed.map((place, i) => [place.code, voronoi.renderCell(i)]));
  return shown.map((place) => {
    const [x, y] = ground.has(place.code) ? at(place as Place & { lat: number; lon: number }) : [0, 0];
    const { received = 0, open = 0, late = 0 } = sums.get(place.code) ?? {};
    const path = ground.get(place.code) || null;
    return { code: place.code, name: place.name, received, open, late, ground: path, x, y };
  });
}

/** Degrees to the paper: north up, a degree east shortened by the latitude. */
function projection(places: readonly { lat: number; lon: number }[]) {
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(1e-6, (east - west) * narrow),
    (HEIGHT - 2 * MARGIN) / Math.max(1e-6, north - south),
  );
  return ({ lat, lon }: { lat: number; lon: number }): [number, number] => [
    WIDTH / 2 + (lon - (west + east) / 2) * narrow * scale,
    HEIGHT / 2 - (lat - (south + north) / 2) * scale,
  ];
}

/** The step of the legend: by how much of what is open is late. */
export function step(open: number, late: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (!open) return 0;
  if (!late) return 1;
  const share = late / open;
  return share <= 0.1 ? 2 : share <= 0.25 ? 3 : share <= 0.5 ? 4 : 5;
}
