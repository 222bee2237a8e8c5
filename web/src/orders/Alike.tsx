/** More like this one: what may be the same matter. It is looked for when somebody wants to know. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { useCity } from "../city/city";
import { useWords } from "../words";
import { stages } from "../words/codes";
import { day } from "../words/time";
import { orderWords } from "./words";

export function Alike({ number }: { number: string }) {
  const w = useWords(orderWords);
  const stage = useWords(stages);
  const say = useProblemWords();
  const city = useCity();
  const [wanted, setWanted] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["alike", number],
    queryFn: () => read(api.GET("/api/orders/{number}/alike", { params: { path: { number } } })),
    enabled: wanted,
  });
  return (
    <section aria-label={w.alike}>
      <h2>{w.alike}</h2>
      {!data && (
        <Button loading={wanted && !error} onClick={() => setWanted(true)}>
          {w.alikeFind}
        </Button>
      )}
      {error && <p role="alert">{say(error)}</p>}
      {data && !data.length && <p className="quiet">{w.alikeNone}</p>}
      <ul className="plain stack">
        {data?.map((one) => (
          <li key={one.number}>
            <Link to={`/orders/${one.number}`}>{one.title || w.untitled}</Link>
            <br />
            <small className="quiet">
              {[stage[one.stage], city.unit(one.unit), day(one.registered_at), ...shared(one.reasons)]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words that both have. */
const shared = (reasons: readonly { reason: string; words?: string[] }[]) =>
  reasons.flatMap(({ words }) => words ?? []).slice(0, 4);
