/** A list of orders: a table where there is room, cards where there is not; the keyboard goes through both. */
import { Button, Checkbox, Empty, Spin } from "antd";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { useProblemWords } from "../api/useProblem";
import type { Line } from "../api/types";
import { useCity } from "../city/city";
import { useLive } from "../live/live";
import { useKeys } from "../shell/keys";
import { useNarrow } from "../shell/useMedia";
import { useWords } from "../words";
import { awaitings, levels, stages } from "../words/codes";
import { Due, Time, useNow } from "../words/Time";
import { isFiltered, type Filter } from "./filter";
import { useCount, useOrders } from "./useOrders";
import { orderWords } from "./words";
import "./orders.css";

/** A column of a list; a workplace may add its own. */
export interface Column {
  key: string;
  title: string;
  cell: (line: Line) => ReactNode;
  /** Only where there is much room. */
  wide?: boolean;
}

interface Props {
  filter: Filter;
  /** The order that is open beside the list. */
  open?: string | null;
  onOpen: (number: string) => void;
  /** Columns beside the usual ones. */
  columns?: Column[];
  /** Those chosen for a batch; without it there is no choosing. */
  chosen?: ReadonlyMap<string, Line>;
  onChoose?: (chosen: ReadonlyMap<string, Line>) => void;
  /** What is said when there is nothing. */
  empty?: ReactNode;
  /** What stands at the right of the count. */
  extra?: ReactNode;
  /** Told which orders the list shows, so that one can go on to the next. */
  onLines?: (lines: readonly Line[]) => void;
  /** Whether keys go through this list. */
  keys?: boolean;
}

/** How long a changed row is marked, in milliseconds. */
const FRESH = 6_000;

export function OrdersList({
  onLines,
  filter,
  open,
  onOpen,
  columns = [],
  chosen,
  onChoose,
  empty,
  extra,
  keys = true,
}: Props) {
  const w = useWords(orderWords);
  const say = useProblemWords();
  const narrow = useNarrow();
  const orders = useOrders(filter);
  const count = useCount(filter, !filter.q);
  const lines = useMemo(() => orders.data?.pages.flatMap((page) => page.items) ?? [], [orders.data]);
  const [at, setAt] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const current = open ?? at;
  const index = lines.findIndex((line) => line.number === current);

  useEffect(() => onLines?.(lines), [lines, onLines]);

  function go(step: number) {
    const next = lines[Math.max(0, Math.min(lines.length - 1, index + step))];
    if (!next) return;
    setAt(next.number);
    if (open) onOpen(next.number);
    list.current?.querySelector(`[data-number="${next.number}"]`)?.scrollIntoView({ block: "nearest" });
    if (index > lines.length - 10 && orders.hasNextPage) void orders.fetchNextPage();
  }
  function choose(line: Line) {
    if (!chosen || !onChoose) return;
    const next = new Map(chosen);
    if (!next.delete(line.number)) next.set(line.number, line);
    onChoose(next);
  }
  const chooseAll = (all: boolean) =>
    onChoose?.(new Map(all ? lines.map((line) => [line.number, line]) : []));
  useKeys(
    [
      { keys: ["j", "ArrowDown"], does: w.keyDown, run: () => go(1) },
      { keys: ["k", "ArrowUp"], does: w.keyUp, run: () => go(index < 0 ? 1 : -1) },
      { keys: "Enter", does: w.keyOpen, run: () => current && onOpen(current) },
      {
        keys: "x",
        does: w.keySelect,
        when: !!onChoose,
        run: () => lines[index] && choose(lines[index]),
      },
    ],
    { active: keys },
  );

  if (orders.isPending) return <Spin className="waiting" />;
  if (orders.isError && !lines.length) return <Empty description={say(orders.error)} />;
  // Beside an open order there is no room for a table.
  const cards = narrow || !!open;
  const page = {
    lines,
    current,
    onOpen,
    columns,
    chosen,
    choose: onChoose ? choose : undefined,
    chooseAll: onChoose ? chooseAll : undefined,
  };
  return (
    <div ref={list} className="orders">
      <div className="row-between orders-head">
        <span className="quiet small" role="status">
          {w.loaded(lines.length, filter.q ? undefined : count.data?.count)}
          {orders.isFetching && ` · ${w.reading}`}
        </span>
        {extra}
      </div>
      {lines.length ? (
        <>
          {cards ? <Cards {...page} /> : <Table {...page} />}
          <More query={orders} />
        </>
      ) : (
        (empty ?? (
          <Empty description={isFiltered(filter) ? w.none : w.noneQueue}>
            {isFiltered(filter) && <p className="quiet">{w.noneFiltered}</p>}
          </Empty>
        ))
      )}
    </div>
  );
}

interface PageProps {
  lines: Line[];
  current: string | null;
  onOpen: (number: string) => void;
  columns: Column[];
  chosen: ReadonlyMap<string, Line> | undefined;
  choose: ((line: Line) => void) | undefined;
  chooseAll: ((all: boolean) => void) | undefined;
}

function Table({ lines, current, onOpen, columns, chosen, choose, chooseAll }: PageProps) {
  const w = useWords(orderWords);
  const city = useCity();
  const live = useLive();
  const now = useNow();
  return (
    <table className="orders-table">
      <thead>
        <tr>
          {choose && (
            <th scope="col">
              <Checkbox
                checked={lines.every(({ number }) => chosen?.has(number))}
                indeterminate={
                  lines.some(({ number }) => chosen?.has(number)) &&
                  !lines.every(({ number }) => chosen?.has(number))
                }
                onChange={({ target }) => chooseAll?.(target.checked)}
                aria-label={w.selectAll}
              />
            </th>
          )}
          <th scope="col">{w.due}</th>
          <th scope="col">{w.order}</th>
          <th scope="col">{w.stage}</th>
          <th scope="col">{w.unit}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.wide ? "very-wide" : ""}>
              {column.title}
            </th>
          ))}
          <th scope="col" className="very-wide">
            {w.received}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const fresh = now - (live.changedAt(line.number) ?? 0) < FRESH;
          return (
            // The link inside is the keyboard's way; a click anywhere on the row is the mouse's.

            <tr
              key={line.number}
              data-number={line.number}
              className={`${line.number === current ? "current" : ""} ${fresh ? "fresh" : ""}`}
              aria-current={line.number === current ? "true" : undefined}
              onClick={(event) => {
                if (!(event.target as HTMLElement).closest("a,button,input,label")) onOpen(line.number);
              }}
            >
              {choose && (
                <td>
                  <Checkbox
                    checked={chosen?.has(line.number) ?? false}
                    onChange={() => choose(line)}
                    aria-label={w.select(line.title ?? line.number)}
                  />
                </td>
              )}
              <td className="nowrap">
                <LineDue line={line} />
              </td>
              <td className="order-cell">
                <TitleLink line={line} onOpen={onOpen} />
                <div className="quiet small">
                  <Marks line={line} /> {city.matter(line.matter)} · {city.placePath(line.place)}
                </div>
              </td>
              <td className="stage-cell">
                <LineStage line={line} />
              </td>
              <td className="unit-cell">{city.unit(line.unit)}</td>
              {columns.map((column) => (
                <td key={column.key} className={column.wide ? "very-wide" : ""}>
                  {column.cell(line)}
                </td>
              ))}
              <td className="nowrap quiet small very-wide">
                <Time at={line.registered_at} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cards({ lines, current, onOpen, columns, chosen, choose }: PageProps) {
  const w = useWords(orderWords);
  const city = useCity();
  return (
    <ul className="orders-cards plain">
      {lines.map((line) => (
        <li key={line.number} data-number={line.number} className={line.number === current ? "current" : ""}>
          <span className="card-title">
            {choose && (
              <Checkbox
                className="quick"
                checked={chosen?.has(line.number) ?? false}
                onChange={() => choose(line)}
                aria-label={w.select(line.title ?? line.number)}
              />
            )}
            <TitleLink line={line} onOpen={onOpen} />
          </span>
          <div className="small quiet">
            {city.matter(line.matter)} · {city.placePath(line.place)}
          </div>
          <div className="row-between">
            <span className="buttons">
              <LineDue line={line} />
              <span className="badge">
                <LineStage line={line} />
              </span>
              <Marks line={line} />
            </span>
            {columns.map((column) => (
              <span key={column.key}>{column.cell(line)}</span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The title as a link: a plain click opens it beside the list, with Ctrl in a new tab. */
function TitleLink({ line, onOpen }: { line: Line; onOpen: (number: string) => void }) {
  const w = useWords(orderWords);
  return (
    <>
      <Link
        className="order-title"
        to={`/orders/${line.number}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
          event.preventDefault();
          onOpen(line.number);
        }}
      >
        {line.title || w.untitled}
      </Link>
      {line.found?.map((snippet) => (
        <p key={snippet.in} className="snippet">
          {snippet.in !== "appeal" && <strong>{w.foundIn[snippet.in]}：</strong>}
          {snippet.pieces.map((piece, i) => (piece.lit ? <mark key={i}>{piece.text}</mark> : piece.text))}
        </p>
      ))}
    </>
  );
}

/** The next due time of a line, for whoever looks: of what they have to do, or else of the order. */
export function LineDue({ line }: { line: Line }) {
  const w = useWords(orderWords);
  const due = line.next_due?.at ?? line.due_at;
  if (line.closed_at || due == null) return <span className="quiet">{w.noClock}</span>;
  return <Due at={due} />;
}

/** Where a line stands: what it waits for from whoever looks comes first. */
export function LineStage({ line }: { line: Line }) {
  const w = useWords(orderWords);
  const stage = useWords(stages);
  const awaiting = useWords(awaitings);
  const mine = [...new Set(line.awaiting.filter((one) => one.mine).map((one) => one.what))];
  if (!mine.length) return <>{stage[line.stage]}</>;
  return <strong>{mine.map((what) => awaiting[what]).join(w.and)}</strong>;
}

/** What is remarkable about an order, in words. */
export function Marks({ line }: { line: Line }) {
  const w = useWords(orderWords);
  const level = useWords(levels);
  return (
    <>
      {(line.level === "critical" || line.level === "urgent") && (
        <span className="badge late">{level[line.level]}</span>
      )}{" "}
      {line.disputed && <span className="badge soon">{w.disputed}</span>}{" "}
      {line.returns > 0 && <span className="badge soon">{w.returned(line.returns)}</span>}{" "}
      {line.round > 0 && <span className="badge soon">{w.redone(line.round)}</span>}{" "}
      {line.appeals > 1 && <span className="badge accent">{w.merged(line.appeals)}</span>}
    </>
  );
}

/** Loads the next page when its button comes into view. */
function More({ query }: { query: ReturnType<typeof useOrders> }) {
  const w = useWords(orderWords);
  const here = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (!here.current || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage());
    seen.observe(here.current);
    return () => seen.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={here} className="orders-more">
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {w.more}
      </Button>
    </div>
  );
}
