/** The city's lists: units, matters, places. Read once; codes become names everywhere. */
import { useQuery } from "@tanstack/react-query";
import { useContext, useMemo } from "react";
import { api, read } from "../api/client";
import type { Answer } from "../api/types";
import { MeContext } from "../me/me";
import { setZone } from "../words/time";

export type CityData = Answer<"city">;
export type Unit = CityData["units"][number];
export type Matter = CityData["matters"][number];
export type Place = CityData["places"][number];

const NONE: Omit<CityData, "policy"> = {
  id: "",
  name: "",
  zone: "Asia/Shanghai",
  hotline_unit: "",
  units: [],
  matters: [],
  places: [],
};

/** The lists, with look-ups. */
export class City {
  private readonly unitBy: Map<string, Unit>;
  private readonly matterBy: Map<string, Matter>;
  private readonly placeBy: Map<string, Place>;

  constructor(readonly data: Omit<CityData, "policy">) {
    this.unitBy = new Map(data.units.map((unit) => [unit.code, unit]));
    this.matterBy = new Map(data.matters.map((matter) => [matter.code, matter]));
    this.placeBy = new Map(data.places.map((place) => [place.code, place]));
  }

  /** A unit's name; its code when it is not known. */
  unit = (code: string | null | undefined): string => (code ? (this.unitBy.get(code)?.name ?? code) : "");
  matter = (code: string | null | undefined): string => (code ? (this.matterBy.get(code)?.name ?? code) : "");
  /** `道路交通 / 停车 / 违法停车` */
  matterPath = (code: string | null | undefined): string => path(this.matterBy, code).join(" / ");
  place = (code: string | null | undefined): string => (code ? (this.placeBy.get(code)?.name ?? code) : "");
  /** `澜湾区 澜湾街道`, without the city itself. */
  placePath = (code: string | null | undefined): string => {
    const names = path(this.placeBy, code);
    return (names.length > 1 ? names.slice(1) : names).join(" ");
  };
  matterOf = (code: string | null | undefined): Matter | undefined =>
    code ? this.matterBy.get(code) : undefined;
  unitOf = (code: string): Unit | undefined => this.unitBy.get(code);

  /** Whether a unit is another, or lies below it. */
  isWithin = (code: string | null | undefined, above: string | null | undefined): boolean => {
    for (let unit = code, steps = 0; unit && steps < 20; unit = this.unitBy.get(unit)?.parent, steps++)
      if (unit === above) return true;
    return false;
  };
}

function path<T extends { name: string; parent?: string | null }>(
  by: Map<string, T>,
  code: string | null | undefined,
) {
  const names: string[] = [];
  for (let at = code, steps = 0; at && steps < 10; steps++) {
    const item = by.get(at);
    names.unshift(item?.name ?? at);
    at = item?.parent;
  }
  return names;
}

const EMPTY = new City(NONE);

/** The city; empty lists until they are read, and before anybody has logged in. */
export function useCity(): City {
  const enabled = useContext(MeContext) !== null;
  const { data } = useQuery({
    queryKey: ["city"],
    queryFn: () => read(api.GET("/api/city")),
    staleTime: 10 * 60_000,
    enabled,
  });
  return useMemo(() => {
    if (!data) return EMPTY;
    setZone(data.zone);
    return new City(data);
  }, [data]);
}
