/** Looks as rows. */
import type { ReactNode } from "react";
import { useCity } from "../city/city";
import { Rows } from "../shell/Rows";
import { bilingual, useWords, wordOf } from "../words";
import { roles } from "../words/codes";
import { Time } from "../words/Time";
import { lookKinds, purposes, type OneLook } from "./looks";

const words = bilingual(
  {
    label: "查看留痕",
    at: "时间",
    who: "谁",
    what: "做了什么",
    why: "为了",
    order: "工单",
    reason: "事由",
    several: (n: number) => `${n} 件`,
  },
  {
    label: "Looks",
    at: "When",
    who: "Who",
    what: "What",
    why: "Why",
    order: "Order",
    reason: "Reason given",
    several: (n: number) => `${n} orders`,
  },
);

export function LookRows({ looks, empty }: { looks: readonly OneLook[]; empty: ReactNode }) {
  const w = useWords(words);
  const kinds = useWords(lookKinds);
  const why = useWords(purposes);
  const role = useWords(roles);
  const city = useCity();
  return (
    <Rows
      label={w.label}
      rows={looks}
      keyOf={({ id }) => id}
      empty={empty}
      cells={[
        { key: "at", title: w.at, as: "main", cell: ({ at }) => <Time at={at} show="exact" /> },
        {
          key: "who",
          title: w.who,
          cell: (one) => (
            <>
              {one.login}{" "}
              <small className="quiet">
                {wordOf(role, one.role)} · {city.unit(one.unit)}
              </small>
            </>
          ),
        },
        {
          key: "what",
          title: w.what,
          cell: ({ what }) => (
            <span className={what === "clear" ? "badge soon" : ""}>{wordOf(kinds, what)}</span>
          ),
        },
        { key: "why", title: w.why, cell: ({ purpose }) => wordOf(why, purpose) },
        {
          key: "order",
          title: w.order,
          cell: ({ number, orders }) =>
            number ? <span className="number">{number}</span> : orders ? w.several(orders) : null,
        },
        { key: "reason", title: w.reason, cell: ({ detail }) => <span className="quiet">{detail}</span> },
      ]}
    />
  );
}
