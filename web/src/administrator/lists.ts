/** What administrators read, and what follows when they change something. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { api, read } from "../api/client";
import type { Answer } from "../api/types";

export type KeptUnit = Answer<"list_units">[number];
export type KeptMatter = Answer<"list_matters">[number];
export type KeptPlace = Answer<"list_places">[number];
export type KeptDuty = Answer<"list_directory_entries">[number];
export type KeptTemplate = Answer<"list_templates">[number];
export type CityChange = Answer<"list_city_changes">["items"][number];
export type Someone = Answer<"list_people">[number];
export type PolicyPack = Answer<"list_policies">[number];
export type PolicyPage = Answer<"get_policy">;
/** One number of a pack, with its basis. */
export type PolicyNumber = PolicyPage["numbers"][number];
export type RulePreview = Answer<"preview_policy">;
export type CalendarYear = Answer<"list_calendar_days">;
export type CalendarDay = CalendarYear["entry"]["days"][number];

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
