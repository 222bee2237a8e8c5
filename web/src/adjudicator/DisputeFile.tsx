/** 争议案卷: a dispute read as a case: what is asked, who says what, where it stands, what was ruled. */
import type { Dispute, Order } from "../api/types";
import { useCity } from "../city/city";
import { bilingual, useWords, wordOf } from "../words";
import {
  basisKinds,
  claims,
  disputeCauses,
  disputeSteps,
  panelSeats,
  returnReasons,
  rulingEffects,
  skipReasons,
} from "../words/codes";
import { Time } from "../words/Time";

const words = bilingual(
  {
    file: (n: number) => `争议案卷（第 ${n} 次）`,
    question: "争议焦点",
    newFacts: "新的事实",
    ruledBefore: (number: string) => `此前已有认定 ${number}`,
    facts: "查明的事实",
    ownership: "权属",
    positions: "各方陈述",
    silent: "未陈述",
    until: "限时",
    basis: "依据",
    counter: "对他方依据的意见",
    pointsTo: "认为应由",
    steps: "经过环节",
    byTime: "上一环节时限已过",
    minutes: "会商纪要",
    signed: "同意",
    refused: "不同意",
    panel: "认定意见",
    recused: "回避",
    ruling: "认定",
    leads: "主办",
    dissent: "不同意见",
    objections: "异议",
    open: "待裁定",
    upheld: "成立",
    rejected: "不成立",
    ended: "已失效",
  },
  {
    file: (n: number) => `The file of dispute ${n}`,
    question: "What is disputed",
    newFacts: "New facts",
    ruledBefore: (number: string) => `Ruled on before: ${number}`,
    facts: "The facts",
    ownership: "Whose it is",
    positions: "What the units claim",
    silent: "has said nothing",
    until: "until",
    basis: "basis",
    counter: "against the others",
    pointsTo: "points to",
    steps: "The way that it took",
    byTime: "the time of the step before is over",
    minutes: "Minutes of the consultation",
    signed: "agrees",
    refused: "does not agree",
    panel: "Opinions of the panel",
    recused: "stands aside",
    ruling: "The ruling",
    leads: "leads",
    dissent: "Dissent",
    objections: "Objections",
    open: "to be decided",
    upheld: "upheld",
    rejected: "rejected",
    ended: "has ended",
  },
);

/** All disputes of an order, the last one first. */
export function DisputeFiles({ order }: { order: Order }) {
  return (
    <>{order.disputes.map((dispute, i) => <DisputeFile key={i} dispute={dispute} no={i + 1} />).reverse()}</>
  );
}

function DisputeFile({ dispute, no }: { dispute: Dispute; no: number }) {
  const w = useWords(words);
  const steps = useWords(disputeSteps);
  const causes = useWords(disputeCauses);
  const grounds = useWords(returnReasons);
  return (
    <section className="block" aria-label={w.file(no)}>
      <h2>
        {w.file(no)} <span className="badge">{wordOf(steps, dispute.step)}</span>
      </h2>
      <p>
        <Time at={dispute.opened_at} show="both" /> · {wordOf(causes, dispute.cause)} ·{" "}
        {wordOf(grounds, dispute.ground)}
        {dispute.ruled_before && ` · ${w.ruledBefore(dispute.ruled_before)}`}
      </p>
      <Said label={w.question} text={dispute.question?.text} />
      <Said label={w.newFacts} text={dispute.new_facts?.text} />
      <Said label={w.facts} text={dispute.facts?.text.text} />
      <Said label={w.ownership} text={dispute.facts?.ownership?.text} />
      <Parties dispute={dispute} />
      <Steps dispute={dispute} />
      <Consultation dispute={dispute} />
      <Panel dispute={dispute} />
      <Ruled dispute={dispute} />
    </section>
  );
}

function Said({ label, text }: { label: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <p>
      <strong>{label}</strong> {text}
    </p>
  );
}

function Parties({ dispute }: { dispute: Dispute }) {
  const w = useWords(words);
  const city = useCity();
  const says = useWords(claims);
  const kinds = useWords(basisKinds);
  if (!dispute.parties?.length) return null;
  return (
    <>
      <h3>{w.positions}</h3>
      <ul className="plain stack">
        {dispute.parties.map(({ unit, until, statement }) => (
          <li key={unit}>
            <strong>{city.unit(unit)}</strong>{" "}
            {statement ? (
              <>
                <span className="badge">{wordOf(says, statement.claim)}</span>
                <Said
                  label={`${w.basis} · ${wordOf(kinds, statement.rests_on)}`}
                  text={statement.basis.text}
                />
                <Said label={w.counter} text={statement.counter?.text} />
                {statement.points_to && <Said label={w.pointsTo} text={city.unit(statement.points_to)} />}
              </>
            ) : (
              <span className="quiet">
                {w.silent} · {w.until} <Time at={until} show="both" />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Steps({ dispute }: { dispute: Dispute }) {
  const w = useWords(words);
  const steps = useWords(disputeSteps);
  const skipped = useWords(skipReasons);
  if (!dispute.moves?.length) return null;
  return (
    <>
      <h3>{w.steps}</h3>
      <ol>
        {dispute.moves.map((move, i) => (
          <li key={i}>
            {wordOf(steps, move.to)} · <Time at={move.at} show="both" /> ·{" "}
            {move.skipped ? wordOf(skipped, move.skipped) : !move.reason && w.byTime} {move.reason?.text}
          </li>
        ))}
      </ol>
    </>
  );
}

function Consultation({ dispute }: { dispute: Dispute }) {
  const w = useWords(words);
  const city = useCity();
  const { minutes } = dispute;
  if (!minutes) return null;
  return (
    <>
      <h3>{w.minutes}</h3>
      <p>{minutes.text.text}</p>
      <Said label={w.leads} text={city.unit(minutes.terms.lead)} />
      <ul>
        {(minutes.signatures ?? []).map(({ unit, agrees, note }) => (
          <li key={unit}>
            {city.unit(unit)} {agrees ? w.signed : w.refused} {note.text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Each seat with its opinion, or standing aside. */
function Panel({ dispute }: { dispute: Dispute }) {
  const w = useWords(words);
  const city = useCity();
  const seats = useWords(panelSeats);
  const opinions = dispute.opinions ?? [];
  const recusals = dispute.recusals ?? [];
  if (!opinions.length && !recusals.length) return null;
  return (
    <>
      <h3>{w.panel}</h3>
      <table>
        <tbody>
          {opinions.map(({ seat, lead, opinion }) => (
            <tr key={seat}>
              <th scope="row">{wordOf(seats, seat)}</th>
              <td>{city.unit(lead)}</td>
              <td>{opinion.text}</td>
            </tr>
          ))}
          {recusals.map(({ seat, reason }) => (
            <tr key={`recused ${seat}`}>
              <th scope="row">{wordOf(seats, seat)}</th>
              <td>{w.recused}</td>
              <td>{reason.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Ruled({ dispute }: { dispute: Dispute }) {
  const w = useWords(words);
  const city = useCity();
  const effects = useWords(rulingEffects);
  const seats = useWords(panelSeats);
  const { ruling } = dispute;
  if (!ruling) return null;
  return (
    <>
      <h3>
        {w.ruling} {ruling.number}
        {ruling.ended_at != null && <span className="badge">{w.ended}</span>}
      </h3>
      <p>
        {city.unit(ruling.lead)} {w.leads} · {wordOf(effects, ruling.terms?.effect ?? "this_order")} ·{" "}
        <Time at={ruling.at} show="both" />
      </p>
      <p>{ruling.reasons.text}</p>
      {!!ruling.dissent?.length && (
        <Said label={w.dissent} text={ruling.dissent.map((seat) => wordOf(seats, seat)).join("、")} />
      )}
      {!!ruling.objections?.length && (
        <>
          <h4>{w.objections}</h4>
          <ul>
            {ruling.objections.map(({ unit, grounds, verdict }) => (
              <li key={unit}>
                {city.unit(unit)} {grounds.text} ·{" "}
                {!verdict ? w.open : verdict.granted ? w.upheld : w.rejected}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
