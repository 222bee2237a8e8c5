/** Who is logged in. */
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { api, read } from "../api/client";
import type { Me } from "../api/types";

/** Asks who is logged in; an error when nobody is. */
export function useWhoAmI() {
  return useQuery({
    queryKey: ["me"],
    queryFn: () => read(api.GET("/api/me")),
    retry: false,
    staleTime: Infinity,
  });
}

export const MeContext = createContext<Me | null>(null);

/** Who is logged in, inside of the shell. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe outside of the shell");
  return me;
}

/** The role as paths spell it: `shift_leader` → `shift-leader`. */
export const segment = (role: string) => role.replaceAll("_", "-");
