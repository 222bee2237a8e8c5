/** How often one is called, as the policy in force says. */
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import { naturalMillis, type CallRule } from "./turns";

/** The rule; null until it is read. */
export function useCallRule(): CallRule | null {
  const { data } = useQuery({
    queryKey: ["city"],
    queryFn: () => read(api.GET("/api/city")),
    staleTime: 10 * 60_000,
  });
  if (!data) return null;
  const value = (path: string): unknown => data.policy.numbers.find((number) => number.path === path)?.value;
  return { attempts: Number(value("callback.attempts")), gap: naturalMillis(value("callback.gap")) };
}
