/** 适用条件、时限、佐证: what an entry demands beside matter and place. */
import type { Condition, EvidenceKind } from "../api/types";
import { bilingual, useWords } from "../words";
import { evidenceKinds } from "../words/codes";
import { ownerships, predicates, subjects } from "../words/duties";
import { limit } from "../words/time";

const words = bilingual(
  { or: "或", limit: "办理时限", evidence: "佐证" },
  { or: " or ", limit: "Limit", evidence: "Evidence" },
);

interface Props {
  of: { condition?: Condition; limit?: string | null; evidence?: EvidenceKind[] };
}

export function Conditions({ of: { condition, limit: within, evidence } }: Props) {
  const w = useWords(words);
  const name = useWords(predicates);
  const subject = useWords(subjects);
  const ownership = useWords(ownerships);
  const kind = useWords(evidenceKinds);
  const { hours, season, subjects: whose = [], ownerships: owners = [] } = condition ?? {};
  const said = [
    hours && `${name.hours} ${hours}`,
    season && `${name.season} ${season.replace("..", "–")}`,
    whose.length && `${name.subject} ${whose.map((one) => subject[one]).join(w.or)}`,
    owners.length && `${name.ownership} ${owners.map((one) => ownership[one]).join(w.or)}`,
    within && `${w.limit} ${limit(within)}`,
    evidence?.length && `${w.evidence} ${evidence.map((one) => kind[one]).join("、")}`,
  ].filter(Boolean);
  if (!said.length) return null;
  return (
    <>
      {said.map((one) => (
        <small key={String(one)} className="badge accent">
          {one}
        </small>
      ))}
    </>
  );
}
