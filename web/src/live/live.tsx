/** Live updates: one stream for the whole console. Lists and orders follow; changed rows are known for a while. */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useSessionEnded } from "../api/client";
import { sendKept } from "../api/send";
import type { Moment, Stage, Level } from "../api/types";
import { useMe } from "../me/me";

/** What happened to an order, as the stream tells it. */
export interface Update {
  number: string;
  version: number;
  act: string;
  at: Moment;
  stage: Stage;
  level: Level;
  unit: string | null;
  due_at: Moment | null;
}

/** What happened to a call of one's own telephone. */
export interface CallUpdate {
  call: number;
  event: "ringing" | "answered" | "ended" | "recorded";
}

interface Live {
  /** Since when nothing arrives; null while connected. */
  lostAt: Moment | null;
  /** When an order was last changed by somebody, for the quiet highlight. */
  changedAt: (number: string) => Moment | undefined;
  /** Listens to telephone calls. */
  onCall: (listener: (call: CallUpdate) => void) => () => void;
  /** Listens to orders. */
  onOrder: (listener: (update: Update) => void) => () => void;
}

const LiveContext = createContext<Live>({
  lostAt: null,
  changedAt: () => undefined,
  onCall: () => () => {},
  onOrder: () => () => {},
});

/** How long lists wait for further updates before they are read anew. */
const GATHER = 1_500;

export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { login } = useMe();
  const ended = useSessionEnded();
  const [lostAt, setLostAt] = useState<Moment | null>(null);
  const changed = useRef(new Map<string, Moment>());
  const calls = useRef(new Set<(call: CallUpdate) => void>());
  const orders = useRef(new Set<(update: Update) => void>());
  const gathering = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    if (ended) return;
    const stream = new EventSource("/api/live");
    const readListsSoon = () => {
      gathering.current ??= setTimeout(() => {
        gathering.current = undefined;
        void queries.invalidateQueries({ queryKey: ["orders"] });
        void queries.invalidateQueries({ queryKey: ["queues"] });
        void queries.invalidateQueries({ queryKey: ["live"] });
      }, GATHER);
    };
    stream.onopen = () => {
      setLostAt(null);
      void sendKept(login);
    };
    stream.onerror = () => setLostAt((since) => since ?? Date.now());
    stream.addEventListener("order", (event) => {
      const update = JSON.parse((event as MessageEvent<string>).data) as Update;
      changed.current.set(update.number, Date.now());
      void queries.invalidateQueries({ queryKey: ["order", update.number] });
      orders.current.forEach((listener) => listener(update));
      readListsSoon();
    });
    stream.addEventListener("call", (event) => {
      const call = JSON.parse((event as MessageEvent<string>).data) as CallUpdate;
      calls.current.forEach((listener) => listener(call));
    });
    stream.addEventListener("reload", () => void queries.invalidateQueries());
    const back = () => void sendKept(login);
    window.addEventListener("online", back);
    return () => {
      stream.close();
      window.removeEventListener("online", back);
      clearTimeout(gathering.current);
      gathering.current = undefined;
    };
  }, [queries, login, ended]);

  const live = useMemo<Live>(
    () => ({
      lostAt,
      changedAt: (number) => changed.current.get(number),
      onCall: (listener) => listen(calls.current, listener),
      onOrder: (listener) => listen(orders.current, listener),
    }),
    [lostAt],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

function listen<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}

/** The live updates. */
export const useLive = () => useContext(LiveContext);
