/** What one can do with an order now: the next step first, the others behind a menu. */
import { DownOutlined } from "@ant-design/icons";
import { Button, Drawer, Dropdown } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import type { ActName, Order, OrderPage, Stage, StaffRole } from "../api/types";
import { useCity, type City } from "../city/city";
import { useMe } from "../me/me";
import { useKeys } from "../shell/keys";
import { useNarrow } from "../shell/useMedia";
import { useWords } from "../words";
import { acts } from "../words/acts";
import type { ActForm as Form, Field } from "./form";
import { partsFor } from "./values";
import { actWords } from "./words";
import { orderWords } from "../orders/words";
import { formOf } from "./forms";

// Forms come after the order is shown, before the first one is opened: the network may be gone by then.
const forms = () => import("./ActForm");
const ActForm = lazy(() => forms().then(({ ActForm: default_ }) => ({ default: default_ })));

/** The next step at each stage, for each role; what is not named stands in the menu. */
const NEXT: Partial<Record<StaffRole, Partial<Record<Stage, ActName[]>>>> = {
  operator: {
    registered: ["accept", "answer_at_once", "refuse", "transfer"],
    awaiting_supplement: ["supplement"],
  },
  shift_leader: {
    registered: ["accept", "answer_at_once", "refuse"],
    replied: ["review_reply"],
    callback: ["close"],
  },
  dispatcher: {
    registered: ["accept", "refuse", "ask_for_more"],
    accepted: ["dispatch", "classify", "merge"],
    dispatched: ["judge_return", "remind"],
    handling: ["judge_extension", "remind", "note"],
    disputed: ["establish_facts", "judge_return"],
    callback: ["close"],
  },
  handler: {
    dispatched: ["sign", "return", "hand_down"],
    handling: ["reply", "contact", "note", "ask_extension", "hand_down"],
    deferred: ["meet_milestone", "note"],
    disputed: ["state_claim", "sign_minutes", "note", "contact"],
  },
  coordinator: {
    accepted: ["dispatch"],
    dispatched: ["sign", "hand_down", "remind", "return"],
    handling: ["hand_down", "whistle", "ask_help", "remind", "judge_extension"],
  },
  reply_reviewer: { replied: ["review_reply"], callback: ["redo"] },
  caller_back: { callback: ["call_back", "close", "redo"] },
  supervisor: {
    dispatched: ["supervise", "remind", "judge_return"],
    handling: ["supervise", "remind", "judge_extension"],
    closed: ["judge_review", "judge_exclusion"],
  },
  adjudicator: {
    disputed: ["rule", "advance_dispute", "write_opinion", "record_minutes", "establish_facts"],
    closed: ["judge_review", "judge_exclusion"],
  },
  leader: { handling: ["supervise", "judge_extension"] },
};

/** Decisions wait for something that was asked: without it they are not offered. */
const ASKED: Partial<Record<ActName, (order: Order) => boolean>> = {
  judge_return: (order) => order.returns.some(({ fate }) => fate === "open"),
  judge_extension: (order) => order.extensions.some(({ request }) => !request.verdict),
  judge_deferral: (order) => !!order.deferral && !order.deferral.request.verdict,
  judge_termination: (order) => !!order.termination && !order.termination.verdict,
  judge_final_answer: (order) => !!order.final_answer && !order.final_answer.verdict,
  judge_exclusion: (order) => !!order.exclusion && (!order.exclusion.first || !order.exclusion.panel),
  judge_review: (order) => order.reviews.some(({ verdict }) => !verdict),
  answer_withdrawal: (order) => !!order.withdrawal && order.withdrawal.confirmed == null,
  answer_supervision: (order) => order.supervisions.some(({ answered_at }) => answered_at == null),
  resume: (order) => order.pauses.some(({ ended }) => ended == null),
  meet_milestone: (order) => !!order.deferral?.milestones.some(({ met_at }) => met_at == null),
  acknowledge_whistle: openWhistle,
  arrive: openWhistle,
  report_whistle: openWhistle,
  close_whistle: openWhistle,
  answer_consult: (order) => !!order.opinions?.some(({ ended }) => ended == null),
  answer_help: (order) => !!order.helps?.some(({ ended }) => ended == null),
};

function openWhistle(order: Order): boolean {
  return !!order.whistles?.some(({ ended }) => ended == null);
}

/** The next steps, the most pressing first. */
function nextOf(page: OrderPage, role: string, may: readonly ActName[]): ActName[] {
  const { order } = page;
  const usual = NEXT[role as StaffRole]?.[order.stage] ?? [];
  const uncontacted = order.clocks.some((clock) => clock.kind === "contact" && clock.stopped == null);
  const pressing: ActName[] = [
    ...(Object.keys(ASKED) as ActName[]).filter((act) => /^(judge|answer)_/.test(act)),
    ...(uncontacted && order.stage === "handling" ? (["contact"] as const) : []),
  ];
  return [...new Set([...pressing, ...usual])].filter((act) => may.includes(act));
}

/** What may be done, and why not when it may not: told by the server where it tells it. */
function possible(page: OrderPage): ActName[] {
  const can = (page as { can?: { act: ActName; refusal?: unknown }[] }).can;
  return can
    ? can.filter(({ refusal }) => refusal == null).map(({ act }) => act)
    : page.acts.filter((act) => ASKED[act]?.(page.order) ?? true);
}

/** Whether there is a part, a whistle, a question, of the kind that the act is about. */
const hasItsThing = (form: Form, order: Order, unit: string | null | undefined, city: City) =>
  (Object.values(form.fields) as Field[]).every((field) =>
    field.kind === "part"
      ? partsFor(field, order, unit, city).length > 0
      : field.kind !== "pick" || field.of(order, unit).length > 0,
  );

export function ActBar({
  page,
  except,
  numbers = true,
}: {
  page: OrderPage;
  except?: ActName | null;
  /** Whether number keys open the next steps, and the first of them is what one is here for. */
  numbers?: boolean;
}) {
  const w = useWords(actWords);
  const o = useWords(orderWords);
  const names = useWords(acts);
  const { role, unit } = useMe();
  const city = useCity();
  const [form, setForm] = useState<Form | null>(null);
  const may = possible(page).filter((act) => {
    const form = formOf(act);
    return form && act !== except && hasItsThing(form, page.order, unit, city);
  });
  const next = nextOf(page, role, may);
  const rest = may.filter((act) => !next.includes(act));
  const open = (act: ActName) => setForm(formOf(act) ?? null);

  useEffect(() => {
    // Without a network there is nothing to fetch; opening a form tries again.
    void forms().catch(() => undefined);
  }, []);
  useKeys(
    next.slice(0, 9).map((act, i) => ({ keys: String(i + 1), does: names[act], run: () => open(act) })),
    { active: numbers && form === null },
  );
  if (!may.length) return <p className="act-bar quiet">{o.nothingToDo}</p>;
  return (
    <div className="act-bar" role="group" aria-label={o.doNow}>
      {next.map((act, i) => (
        <Button key={act} type={numbers && i === 0 ? "primary" : "default"} onClick={() => open(act)}>
          {names[act]}
          {numbers && (
            <kbd className="key wide-only" aria-hidden>
              {i + 1}
            </kbd>
          )}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: rest.map((act) => ({ key: act, label: names[act] })),
            onClick: ({ key }) => open(key as ActName),
          }}
        >
          <Button type={next.length ? "text" : "default"}>
            {w.more} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      <ActDrawer form={form} page={page} onClose={() => setForm(null)} />
    </div>
  );
}

/** The form of an act in a drawer; from below on a phone. */
export function ActDrawer({
  form,
  page,
  onClose,
}: {
  form: Form | null;
  page: OrderPage;
  onClose: () => void;
}) {
  const names = useWords(acts);
  const phone = useNarrow();
  return (
    <Drawer
      open={form !== null}
      onClose={onClose}
      title={form ? names[form.act] : ""}
      placement={phone ? "bottom" : "right"}
      size={phone ? "92%" : 560}
      // What lies beside it stays readable while one writes.
      styles={{ mask: { background: "transparent" } }}
      destroyOnHidden
    >
      {form && (
        <Suspense>
          <Modal />
          <ActForm form={form} page={page} onDone={onClose} onCancel={onClose} />
        </Suspense>
      )}
    </Drawer>
  );
}

/** Keeps the keys of what lies below silent. */
function Modal() {
  useKeys([], { modal: true });
  return null;
}
