/** 审核答复: what was asked beside what is answered, and what the record says of it; the next one follows. */
import { ActForm } from "../acts/ActForm";
import { formOf } from "../acts/forms";
import type { OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { Thumbs } from "../orders/Files";
import { OrderView } from "../orders/OrderView";
import { Overtaken } from "../orders/Overtaken";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { workplaceNames } from "../shell/workplaces";
import { bilingual, useWords } from "../words";
import { conclusions } from "../words/codes";
import { Time } from "../words/Time";

const words = bilingual(
  {
    reply: "待审核的答复",
    wanted: "诉求人希望",
    internal: "内部办理情况",
    basis: "依据",
    noBasis: "没有写依据",
    noEvidence: "没有佐证",
    contacted: (n: number) => `联系上诉求人 ${n} 次`,
    notContacted: "没有联系上诉求人的记录",
    evidence: (n: number) => `佐证 ${n} 件`,
    round: (n: number) => `第 ${n + 1} 次答复`,
    short: "答复很短，请看是否逐项回应",
  },
  {
    reply: "The reply to review",
    wanted: "The citizen wants",
    internal: "For us",
    basis: "Basis",
    noBasis: "No basis is named",
    noEvidence: "No evidence",
    contacted: (n: number) => `The citizen was reached ${n}×`,
    notContacted: "No contact with the citizen on record",
    evidence: (n: number) => `${n} pieces of evidence`,
    round: (n: number) => `Reply ${n + 1}`,
    short: "A very short reply: does it answer each point?",
  },
);

/** Below so many characters a reply is worth a second look. */
const SHORT = 40;

export default function ReplyReviewer() {
  const title = useWords(workplaceNames)["reply-reviewer"];
  return (
    <QueueWorkplace
      title={title}
      workplace="reply-reviewer"
      pane={(number, _, next) => (
        <OrderView
          key={number}
          number={number}
          bench={{
            act: () => "review_reply",
            view: (page) => (
              <>
                <Overtaken page={page} act={waitsHere(page) ? "review_reply" : null} />
                <Bench page={page} next={next} />
              </>
            ),
          }}
        />
      )}
    />
  );
}

/** Whether a reply waits for this person's verdict. */
const waitsHere = ({ order, acts }: OrderPage) =>
  order.replies.some(({ review }) => !review) && acts.includes("review_reply");

function Bench({ page, next }: { page: OrderPage; next: () => void }) {
  const w = useWords(words);
  const conclusion = useWords(conclusions);
  const city = useCity();
  const { order } = page;
  const reply = order.replies.findLast(({ review }) => !review);
  const form = formOf("review_reply");
  if (!reply || !form || !waitsHere(page)) return null;
  const text = reply.public.text ?? "";
  const signs: [string, boolean][] = [
    [order.contacts > 0 ? w.contacted(order.contacts) : w.notContacted, order.contacts > 0],
    [reply.basis.length ? w.basis : w.noBasis, reply.basis.length > 0],
    [reply.evidence.length ? w.evidence(reply.evidence.length) : w.noEvidence, reply.evidence.length > 0],
    ...(text.length < SHORT ? [[w.short, false] as [string, boolean]] : []),
  ];
  return (
    <section className="block stack" aria-label={w.reply}>
      <h2>
        {w.reply} <span className="badge accent">{conclusion[reply.conclusion]}</span>{" "}
        {reply.round > 0 && <span className="badge soon">{w.round(reply.round)}</span>}
      </h2>
      {order.appeals[0]?.demand?.text && (
        <p>
          <strong>{w.wanted}：</strong>
          {order.appeals[0].demand.text}
        </p>
      )}
      <blockquote className="said large">{text}</blockquote>
      <p className="quiet small">
        {city.unit(reply.by.unit)} · <Time at={reply.at} show="both" />
      </p>
      <div className="buttons">
        {signs.map(([sign, good]) => (
          <span key={sign} className={`badge ${good ? "good" : "soon"}`}>
            {sign}
          </span>
        ))}
      </div>
      {reply.basis.map((basis, i) => (
        <p key={i}>
          {w.basis}：{basis.text}
        </p>
      ))}
      {reply.internal.text && (
        <p>
          <span className="quiet">{w.internal}：</span>
          {reply.internal.text}
        </p>
      )}
      <Thumbs number={order.number} evidence={reply.evidence} />
      <ActForm key={order.number} form={form} page={page} onDone={next} inline />
    </section>
  );
}
