/** What administrators read, and what follows when they change something. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import type { components } from "../api/schema";
import { api, read } from "../api/client";

type Schemas = components["schemas"];
export type KeptUnit = Schemas["KeptUnit"];
export type KeptMatter = Schemas["KeptCityMatter"];
export type KeptPlace = Schemas["KeptCityPlace"];
export type KeptDuty = Schemas["KeptDirectoryEntry"];
export type KeptTemplate = Schemas["KeptNoticeTemplate"];
export type CityChange = Schemas["CityChange"];
export type Someone = Schemas["Someone"];
export type OneSession = Schemas["OneSession"];
export type Number = Schemas["Number"];
export type PolicyPack = Schemas["PolicyPack"];
export type PolicyPage = Schemas["PolicyPage"];
export type RulePreview = Schemas["RulePreview"];
export type CalendarDay = Schemas["CalendarDay"];

/** The key of a list that an administrator reads. */
export const listKey = (what: string) => ["administrator", what];

export const useUnits = () =>
  useQuery({ queryKey: listKey("units"), queryFn: () => read(api.GET("/api/administrator/units")) });
export const usePeople = () =>
  useQuery({ queryKey: listKey("people"), queryFn: () => read(api.GET("/api/administrator/people")) });
export const useSessions = () =>
  useQuery({ queryKey: listKey("sessions"), queryFn: () => read(api.GET("/api/administrator/sessions")) });
export const useMatters = () =>
  useQuery({ queryKey: listKey("matters"), queryFn: () => read(api.GET("/api/administrator/matters")) });
export const usePlaces = () =>
  useQuery({ queryKey: listKey("places"), queryFn: () => read(api.GET("/api/administrator/places")) });
export const useDuties = () =>
  useQuery({
    queryKey: listKey("directory"),
    queryFn: () => read(api.GET("/api/administrator/directory-entries")),
  });

/** Says that something is done, and reads anew what may have changed by it. */
export function useDone(): (said: string, ...lists: string[]) => Promise<void> {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return async (said, ...lists) => {
    void message.success(said);
    await Promise.all(
      [...lists.map(listKey), listKey("changes"), ["city"]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  };
}

/** The version that a change is decided on; 0 for what is new. */
export const ifMatch = (version: number) => ({ "If-Match": String(version) });
