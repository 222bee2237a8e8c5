/** Who is on the line: masked, with what is open of theirs; each order is one key away. */
import { PhoneOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../api/client";
import type { Answer } from "../api/types";
import { segment, useMe } from "../me/me";
import { useWords } from "../words";
import { useNow } from "../words/Time";
import { duration } from "../words/time";
import type { Intake } from "./intake";
import { useRested } from "./likenesses";
import { operatorWords } from "./words";

export type KnownCaller = Answer<"operator_look_up_caller">;

/** A number with fewer digits is still being typed. */
const SHORTEST_NUMBER = 7;

/** What is known of whoever calls: by the call, or by the number that was typed. */
export function useCaller(intake: Intake): KnownCaller | undefined {
  const { role } = useMe();
  const phone = useRested(intake.phone.replace(/[^\d+]/g, ""), 300);
  const byCall = intake.call !== null;
  const { data } = useQuery({
    queryKey: ["caller", intake.call, byCall ? "" : phone],
    queryFn: () =>
      ask<KnownCaller>(
        `/api/${segment(role)}/caller-lookups`,
        byCall ? { call: intake.call, phone: "" } : { call: null, phone },
      ),
    enabled: byCall || phone.length >= SHORTEST_NUMBER,
    staleTime: 30_000,
  });
  return data;
}

export function CallerBar({
  intake,
  caller,
  ringing,
  phone,
  endings,
}: {
  intake: Intake;
  caller: KnownCaller | undefined;
  ringing: boolean;
  /** The number of the call at hand, masked. */
  phone: string | null;
  /** How often calls from it had to be ended. */
  endings: { count: number; days: number } | null;
}) {
  const w = useWords(operatorWords);
  const now = useNow();
  const open = caller?.orders.filter(({ closed_at }) => closed_at == null).length ?? 0;
  const names = [...new Set(caller?.names.filter(Boolean))].join("、");
  return (
    <div className={intake.call === null ? "caller-bar" : "caller-bar on-call"} role="status">
      <PhoneOutlined aria-hidden />
      <strong>{intake.call === null ? w.noCall : ringing ? w.ringing : w.talking}</strong>
      {intake.call !== null && phone && <span className="number">{phone}</span>}
      {intake.call !== null && endings !== null && endings.count > 0 && (
        <span className="badge late">{w.endings(endings.count, endings.days)}</span>
      )}
      {caller ? (
        <>
          <span>{names || w.callerUnknown}</span>
          {caller.orders.length ? (
            <>
              <span className={open ? "badge soon" : "badge"}>{w.openOrders(open)}</span>
              <span className="quiet">{w.pastOrders(caller.orders.length)}</span>
            </>
          ) : (
            <span className="quiet">{w.callerNew}</span>
          )}
        </>
      ) : (
        intake.call === null && <span className="quiet small wide-only">{w.noCallHelp}</span>
      )}
      {intake.startedAt !== null && (
        <span className="quiet took">
          {w.seconds} {duration(now - intake.startedAt)}
        </span>
      )}
    </div>
  );
}
