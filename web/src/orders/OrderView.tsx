/** One order as a readable story: what it is, who has it, how long, what I can do, what happened. */
import { DisputeFiles } from "../adjudicator/DisputeFile";
import { Empty, Skeleton } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ActBar } from "../acts/ActBar";
import { TurnDown } from "../handler/TurnDown";
import { Refused } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { ActName, OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { useSettings } from "../shell/settings";
import { useWords, wordOf } from "../words";
import { channels, confidentialities, kinds, levels, linkKinds, sensitivities, stages } from "../words/codes";
import { ownerships, subjects } from "../words/duties";
import { Time, useNow } from "../words/Time";
import { dayNumber } from "../words/time";
import { Alike } from "./Alike";
import { CallCitizen } from "./CallCitizen";
import { Clocks } from "./Clocks";
import { Thumbs } from "./Files";
import { Parts } from "./Parts";
import { outcomeInWords } from "./sentences";
import { Story } from "./Story";
import { useOrder } from "./useOrders";
import { orderWords } from "./words";

/** What somebody works with, between the appeal and the story. */
export interface Bench {
  view: (page: OrderPage) => ReactNode;
  /** The act whose form stands there, and needs no button. */
  act?: (page: OrderPage) => ActName | null;
  /** Whether the number keys are the bench's, and not the act bar's. */
  numbers?: (page: OrderPage) => boolean;
}

/** Reads the order and shows it. */
export function OrderView({ number, bench }: { number: string; bench?: Bench }) {
  const w = useWords(orderWords);
  const say = useProblemWords();
  const order = useOrder(number);
  if (order.isPending) return <Skeleton active className="order-view" paragraph={{ rows: 8 }} />;
  if (!order.data)
    return (
      <Empty
        className="order-view"
        description={
          order.error instanceof Refused && order.error.status === 404 ? w.notFound : say(order.error)
        }
      />
    );
  return <OrderStory page={order.data} {...(bench ? { bench } : {})} />;
}

function OrderStory({ page, bench }: { page: OrderPage; bench?: Bench }) {
  const w = useWords(orderWords);
  const { order } = page;
  return (
    <article className="order-view" aria-label={titleOf(page) ?? w.untitled}>
      <Head page={page} />
      <TurnDown page={page} />
      <ActBar page={page} except={bench?.act?.(page) ?? null} numbers={!bench?.numbers?.(page)} />
      <div className="order-columns">
        <div>
          <Appeals page={page} />
          {bench?.view(page)}
          <DisputeFiles order={order} />
          <Story page={page} />
        </div>
        <div>
          <section>
            <h2>{w.clocks}</h2>
            <Clocks order={order} />
          </section>
          <section>
            <h2>{w.parts}</h2>
            <Parts order={order} />
          </section>
          <Facts page={page} />
          {!!order.attachments?.length && (
            <section>
              <h2>{w.files}</h2>
              <Thumbs number={order.number} evidence={order.attachments.map(({ evidence }) => evidence)} />
            </section>
          )}
          <Related page={page} />
          <Alike number={order.number} />
        </div>
      </div>
    </article>
  );
}

export const titleOf = (page: OrderPage) => page.order.appeals[0]?.title.text;

function Head({ page: { order }, page }: { page: OrderPage }) {
  const w = useWords(orderWords);
  const { language } = useSettings();
  const stage = useWords(stages);
  const level = useWords(levels);
  const sensitive = useWords(sensitivities);
  const now = useNow();
  const days = dayNumber(order.registered_at, order.closed_at ?? now);
  return (
    <header className="order-head">
      <h1>{titleOf(page) || w.untitled}</h1>
      <div className="line">
        <span className="badge accent">{stage[order.stage]}</span>
        <span className={`badge ${order.level === "critical" || order.level === "urgent" ? "late" : ""}`}>
          {level[order.level]}
        </span>
        {order.sensitivities.map((mark) => (
          <span key={mark} className="badge late">
            {sensitive[mark]}
          </span>
        ))}
        {order.confidentiality !== "open" && <span className="badge soon">{w.secret}</span>}
        {order.round > 0 && <span className="badge soon">{w.redone(order.round)}</span>}
        <span className="wait">{order.closed_at ? w.citizenDone(days) : w.citizenDay(days)}</span>
        <span className="quiet number small">{order.number}</span>
      </div>
      {order.outcome && <p>{outcomeInWords(language, order.outcome)}</p>}
    </header>
  );
}

function Appeals({ page: { order, callers }, page }: { page: OrderPage }) {
  const w = useWords(orderWords);
  const channel = useWords(channels);
  return (
    <section aria-label={w.appeal} className="stack">
      {order.appeals.map((appeal, i) => {
        const caller = callers.find((one) => one.appeal === i);
        return (
          <div key={i}>
            {i > 0 && <h3>{appeal.title.text ?? w.erased}</h3>}
            <div className="appeal-text">{appeal.content.text ?? w.erased}</div>
            {(["demand", "address", "when"] as const).map((field) => {
              const told = appeal[field];
              return (
                told && (
                  <p key={field}>
                    <strong>{w[field]}：</strong>
                    {told.text ?? w.erased}
                  </p>
                )
              );
            })}
            <p className="quiet small">
              {w.caller} {caller?.name ?? w.callerNone} {caller?.phone} · {channel[appeal.channel]} ·{" "}
              <Time at={appeal.received_at} show="both" />
            </p>
            <CallCitizen page={page} appeal={i} />
          </div>
        );
      })}
    </section>
  );
}

function Facts({ page: { order } }: { page: OrderPage }) {
  const w = useWords(orderWords);
  const kind = useWords(kinds);
  const confidential = useWords(confidentialities);
  const subject = useWords(subjects);
  const ownership = useWords(ownerships);
  const city = useCity();
  return (
    <section>
      <h2>{w.facts}</h2>
      <dl className="facts">
        <dt>{w.kind}</dt>
        <dd>{kind[order.kind]}</dd>
        <dt>{w.matter}</dt>
        <dd>{city.matterPath(order.matter)}</dd>
        <dt>{w.place}</dt>
        <dd>{city.placePath(order.place)}</dd>
        {order.facts?.subject && (
          <>
            <dt>{w.subject}</dt>
            <dd>{subject[order.facts.subject]}</dd>
          </>
        )}
        {order.facts?.ownership && (
          <>
            <dt>{w.ownership}</dt>
            <dd>{ownership[order.facts.ownership]}</dd>
          </>
        )}
        {order.confidentiality !== "open" && (
          <>
            <dt>{w.secret}</dt>
            <dd>{confidential[order.confidentiality]}</dd>
          </>
        )}
        {order.accused.length > 0 && (
          <>
            <dt>{w.accused}</dt>
            <dd>{order.accused.map(city.unit).join("、")}</dd>
          </>
        )}
        <dt>{w.received}</dt>
        <dd>
          <Time at={order.registered_at} show="both" />
        </dd>
      </dl>
    </section>
  );
}

function Related({ page }: { page: OrderPage }) {
  const w = useWords(orderWords);
  const link = useWords(linkKinds);
  const { links } = page.order;
  if (!links.length) return null;
  // The server tells the numbers of the orders that this person may see.
  const numbers = page.related as unknown as Record<string, string>;
  return (
    <section>
      <h2>{w.related}</h2>
      <ul className="plain">
        {links.map((one, i) => {
          const number = one.order == null ? null : numbers[String(one.order)];
          return (
            <li key={i}>
              {wordOf(link, one.kind)}{" "}
              {number ? <Link to={`/orders/${number}`}>{number}</Link> : (one.external ?? "—")}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
