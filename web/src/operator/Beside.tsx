/**
 * Beside the form: the caller's own orders, those that may be the same, and the
 * articles that may answer it. Ctrl and a digit opens one; in it, one letter does
 * what is wanted.
 */
import { Button, Skeleton } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { ActForm } from "../acts/ActForm";
import { formOf } from "../acts/forms";
import type { LinkKind, OrderPage, Stage } from "../api/types";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { LineDue } from "../orders/OrdersList";
import { Story } from "../orders/Story";
import { useOrder } from "../orders/useOrders";
import { Key, useKeys } from "../shell/keys";
import { useWords } from "../words";
import { stages } from "../words/codes";
import { Time } from "../words/Time";
import type { KnownCaller } from "./CallerBar";
import type { Intake, Proposed } from "./intake";
import { useLikenesses, type AlikeOrder, type Article, type Reason } from "./likenesses";
import { operatorWords } from "./words";

/** What can be opened, in the order of its digits. */
type Item =
  | { kind: "theirs"; line: KnownCaller["orders"][number] }
  | { kind: "alike"; order: AlikeOrder }
  | { kind: "article"; article: Article };

/** The most of each that is shown. */
const THEIRS = 4;
const ALIKE = 4;
const ARTICLES = 3;

interface Props {
  intake: Intake;
  proposed: Proposed;
  caller: KnownCaller | undefined;
  set: (change: Partial<Intake>) => void;
  /** Back to the form, and on to an ending. */
  onLeave: () => void;
  onAnswer: () => void;
}

export function Beside({ intake, proposed, caller, set, onLeave, onAnswer }: Props) {
  const w = useWords(operatorWords);
  const found = useLikenesses(intake.story, proposed.place, proposed.matter);
  const [open, setOpen] = useState<Item | null>(null);
  const items = itemsOf(caller, found.data);
  const leave = () => {
    setOpen(null);
    onLeave();
  };
  useKeys([
    ...items.slice(0, 9).map((item, i) => ({
      keys: `Ctrl+${i + 1}`,
      does: `${w.open} ${i + 1}`,
      typing: true,
      run: () => setOpen(item),
    })),
  ]);
  if (open)
    return (
      <Opened onLeave={leave}>
        {open.kind === "article" ? (
          <ArticleBeside
            article={open.article}
            onUse={() => {
              set({ article: open.article });
              setOpen(null);
              onAnswer();
            }}
          />
        ) : (
          <OrderBeside
            key={numberOf(open)}
            number={numberOf(open)}
            theirs={open.kind === "theirs"}
            intake={intake}
            onLink={(kind) => {
              const order = numberOf(open);
              set({ links: [...intake.links.filter((link) => link.order !== order), { kind, order }] });
              leave();
            }}
            onMerge={() => {
              set({ into: numberOf(open) });
              leave();
            }}
            onDone={leave}
          />
        )}
      </Opened>
    );
  const group = (kind: Item["kind"], title: string) => {
    const of = items.map((item, i) => ({ item, i })).filter(({ item }) => item.kind === kind);
    if (!of.length) return null;
    return (
      <section>
        <h3>{title}</h3>
        <ul className="plain beside-list">
          {of.map(({ item, i }) => (
            <li key={keyOf(item)}>
              <button type="button" tabIndex={-1} onClick={() => setOpen(item)}>
                {i < 9 && <Key>{`Ctrl+${i + 1}`}</Key>} <Row item={item} />
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  };
  return (
    <aside className="beside block stack" aria-label={w.beside} aria-live="polite">
      {group("theirs", w.theirs)}
      {group("alike", w.alike)}
      {group("article", w.articles)}
      {!items.length && <p className="quiet">{found.data ? w.besideNone : w.besideWait}</p>}
    </aside>
  );
}

function itemsOf(
  caller: KnownCaller | undefined,
  found: { orders: AlikeOrder[]; articles: Article[] } | undefined,
): Item[] {
  // What is open comes first: it is what they most likely call about.
  const theirs = [...(caller?.orders ?? [])].sort(
    (a, b) => Number(a.closed_at != null) - Number(b.closed_at != null),
  );
  const own = new Set(theirs.map(({ number }) => number));
  const alike = found?.orders.filter(({ number }) => !own.has(number)) ?? [];
  return [
    ...theirs.slice(0, THEIRS).map((line) => ({ kind: "theirs", line }) as const),
    ...alike.slice(0, ALIKE).map((order) => ({ kind: "alike", order }) as const),
    ...(found?.articles ?? []).slice(0, ARTICLES).map((article) => ({ kind: "article", article }) as const),
  ];
}

const numberOf = (item: Exclude<Item, { kind: "article" }>) =>
  item.kind === "theirs" ? item.line.number : item.order.number;
const keyOf = (item: Item) => (item.kind === "article" ? item.article.code : numberOf(item));

function Row({ item }: { item: Item }) {
  const w = useWords(operatorWords);
  const stage = useWords(stages);
  const city = useCity();
  if (item.kind === "article")
    return (
      <>
        <strong>{item.article.title}</strong>{" "}
        {item.article.expired && <span className="badge late">{w.articleExpired}</span>}
        <small className="quiet">{item.article.source}</small>
      </>
    );
  const line = item.kind === "theirs" ? item.line : item.order;
  return (
    <>
      <strong>{line.title}</strong>
      <small className="buttons">
        <Standing stage={line.stage} word={stage[line.stage]} />
        {item.kind === "theirs" ? <LineDue line={item.line} /> : <Time at={line.registered_at} />}
        {line.appeals > 1 && <span className="badge accent">{w.people(line.appeals)}</span>}
        <span className="quiet">{city.unit(line.unit)}</span>
      </small>
      {item.kind === "alike" && (
        <small className="quiet">{item.order.reasons.map((reason) => because(w, reason)).join(" · ")}</small>
      )}
    </>
  );
}

function Standing({ stage, word }: { stage: Stage; word: string }) {
  return <span className={isOver(stage) ? "badge" : "badge accent"}>{word}</span>;
}

const isOver = (stage: Stage) => stage === "closed" || stage === "archived";

function because(w: (typeof operatorWords)["zh"], reason: Reason): string {
  const word = w.reasons[reason.reason];
  return reason.reason === "shared_words" ? `${word}“${reason.words.slice(0, 3).join("”“")}”` : word;
}

/** What is open: it has the focus, and Esc leads back to the story. */
function Opened({ onLeave, children }: { onLeave: () => void; children: ReactNode }) {
  const w = useWords(operatorWords);
  const here = useRef<HTMLElement>(null);
  useEffect(() => here.current?.focus(), []);
  useKeys([{ keys: "Escape", does: w.focusStory, typing: true, run: onLeave }]);
  return (
    <aside className="beside block stack" aria-label={w.beside} tabIndex={-1} ref={here}>
      <div>
        <Button type="text" onClick={onLeave}>
          {w.backToList}
          <Key>Escape</Key>
        </Button>
      </div>
      {children}
    </aside>
  );
}

function ArticleBeside({ article, onUse }: { article: Article; onUse: () => void }) {
  const w = useWords(operatorWords);
  useKeys([{ keys: "u", does: w.useArticle, run: onUse, when: !article.expired }]);
  return (
    <article className="stack">
      <h3>{article.title}</h3>
      {article.expired && <span className="badge late">{w.articleExpired}</span>}
      <div className="pre">{article.body}</div>
      <p className="quiet small">
        {w.source}：{article.source}
      </p>
      <div>
        <Button type="primary" disabled={article.expired} onClick={onUse}>
          {w.useArticle}
          <Key>u</Key>
        </Button>
      </div>
    </article>
  );
}

/** An order: how it stands, and what can be done with it instead of a new one. */
function OrderBeside({
  number,
  theirs,
  intake,
  onLink,
  onMerge,
  onDone,
}: {
  number: string;
  theirs: boolean;
  intake: Intake;
  onLink: (kind: LinkKind) => void;
  onMerge: () => void;
  onDone: () => void;
}) {
  const w = useWords(operatorWords);
  const { data: page } = useOrder(number);
  const [act, setAct] = useState<"supplement" | "remind" | null>(null);
  // Whether two orders are one is decided by the hotline's own staff.
  const { outsourced } = useMe();
  const over = page ? isOver(page.order.stage) : true;
  const kind: LinkKind = !theirs ? "duplicate_of" : over ? "recurrence_of" : "follow_up_of";
  const may = (name: "supplement" | "remind") => !over && !!page?.acts.includes(name);
  const choices = [
    { key: "s", word: w.supplement, run: () => setAct("supplement"), when: may("supplement") },
    { key: "r", word: w.remind, run: () => setAct("remind"), when: may("remind") },
    { key: "m", word: w.mergeIt, run: onMerge, when: !theirs && !over && !outsourced },
    { key: "l", word: w.linkIt, run: () => onLink(kind), when: true },
  ].filter(({ when }) => when);
  useKeys(
    choices.map(({ key, word, run }) => ({ keys: key, does: word, run })),
    { active: !!page && act === null },
  );
  if (!page) return <Skeleton active />;
  const form = act && formOf(act);
  return (
    <article className="stack">
      <OrderHead page={page} />
      {form ? (
        <ActForm
          form={form}
          page={page}
          preset={intake.story.trim() ? { text: intake.story.trim() } : {}}
          onDone={onDone}
          onCancel={() => setAct(null)}
        />
      ) : (
        <div className="stack beside-acts">
          {choices.map(({ key, word, run }, i) => (
            <Button key={key} type={i === 0 ? "primary" : "default"} onClick={run}>
              {word}
              <Key>{key}</Key>
            </Button>
          ))}
        </div>
      )}
      {over && <p className="quiet small">{w.closedNote}</p>}
      <Story page={page} />
    </article>
  );
}

function OrderHead({ page: { order } }: { page: OrderPage }) {
  const w = useWords(operatorWords);
  const stage = useWords(stages);
  const city = useCity();
  const [appeal] = order.appeals;
  const reply = order.replies.at(-1);
  return (
    <>
      <h3>{appeal?.title.text}</h3>
      <span className="buttons">
        <Standing stage={order.stage} word={stage[order.stage]} />
        <span className="quiet number small">{order.number}</span>
        <span className="quiet small">{city.placePath(order.place)}</span>
      </span>
      <div className="pre">{appeal?.content.text}</div>
      {reply && (
        <p>
          <strong>{w.lastReply}：</strong>
          {reply.public.text}
        </p>
      )}
    </>
  );
}
