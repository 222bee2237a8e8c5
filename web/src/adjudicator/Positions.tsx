/** Before a ruling: what the directory says, and which unit sent the order back why. */
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import { Entries, type EntryLine } from "../city/LookUp";
import { useCity } from "../city/city";
import { bilingual, useWords, wordOf } from "../words";
import { returnFates, returnReasons } from "../words/codes";
import { Time } from "../words/Time";

const words = bilingual(
  {
    directory: "目录怎么说",
    positions: "各单位的意见",
    none: "没有单位退过这件。",
    suggests: "建议交给",
    full: "各方陈述的全文在下面的“经过”里。",
  },
  {
    directory: "What the directory says",
    positions: "What the units say",
    none: "No unit sent it back.",
    suggests: "suggests",
    full: "What they stated stands in full in the story below.",
  },
);

interface Says {
  winner: EntryLine | null;
  others: EntryLine[];
  returned: Answered["returned"];
}
type Answered = Awaited<ReturnType<typeof readProposal>>;

const readProposal = (number: string) =>
  read(api.GET("/api/adjudicator/orders/{number}/proposals", { params: { path: { number } } }));

export function Positions({ number }: { number: string }) {
  const w = useWords(words);
  const reasons = useWords(returnReasons);
  const fates = useWords(returnFates);
  const city = useCity();
  // What the directory says helps; where it cannot be read, the order stands alone.
  const proposal = useQuery({ queryKey: ["order", number, "proposal"], queryFn: () => readProposal(number) });
  if (!proposal.data) return null;
  const { winner, others, returned }: Says = { ...proposal.data, winner: proposal.data.winner ?? null };
  return (
    <div className="positions">
      <section className="block">
        <h2>{w.directory}</h2>
        <Entries winner={winner} others={others} />
      </section>
      <section className="block">
        <h2>{w.positions}</h2>
        {!returned.length && <p className="quiet">{w.none}</p>}
        <ul className="plain stack">
          {returned.map((one, i) => (
            <li key={i}>
              <strong>{city.unit(one.unit)}</strong> <span className="badge">{wordOf(fates, one.fate)}</span>{" "}
              <small className="quiet">
                <Time at={one.at} show="both" />
              </small>
              <br />
              {wordOf(reasons, one.reason)}
              {one.suggests && ` · ${w.suggests} ${city.unit(one.suggests)}`}
            </li>
          ))}
        </ul>
        {returned.length > 0 && <p className="quiet small">{w.full}</p>}
      </section>
    </div>
  );
}
