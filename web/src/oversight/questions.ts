/**
 * What was asked for on an order and waits for a decision: which event asked
 * it, which act decides it. One row each.
 */
import type { ActName, Entry, EventKind, Order } from "../api/types";
import { bilingual } from "../words";

export interface Question {
  act: ActName;
  asked: EventKind;
  /** What was decided on it already, in a first step. */
  before?: EventKind;
  open: (order: Order) => boolean;
}

export const QUESTIONS = {
  review: {
    act: "judge_review",
    asked: "review_asked",
    open: (order) => order.reviews.some((review) => !review.verdict),
  },
  exclusion: {
    act: "judge_exclusion",
    asked: "exclusion_asked",
    before: "exclusion_judged",
    open: ({ exclusion }) =>
      !!exclusion &&
      !exclusion.revoked &&
      (!exclusion.first || (exclusion.first.granted && !exclusion.panel)),
  },
  return: {
    act: "judge_return",
    asked: "return_asked",
    open: (order) => order.returns.some(({ fate }) => fate === "open"),
  },
  extension: {
    act: "judge_extension",
    asked: "extension_asked",
    open: (order) => order.extensions.some(({ request }) => !request.verdict),
  },
  deferral: {
    act: "judge_deferral",
    asked: "deferral_asked",
    open: ({ deferral }) => !!deferral && !deferral.request.verdict,
  },
  termination: {
    act: "judge_termination",
    asked: "termination_asked",
    open: ({ termination }) => !!termination && !termination.verdict,
  },
  final_answer: {
    act: "judge_final_answer",
    asked: "final_answer_asked",
    open: ({ final_answer }) => !!final_answer && !final_answer.verdict,
  },
  help: {
    act: "answer_help",
    asked: "help_asked",
    open: (order) => !!order.helps?.some(({ ended }) => ended == null),
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof QUESTIONS;

export const questionNames = bilingual<Record<QuestionName, string>>(
  {
    review: "申请复核",
    exclusion: "申请剔除",
    return: "申请退单",
    extension: "申请延期",
    deferral: "申请挂账",
    termination: "申请终止办理",
    final_answer: "申请最终答复",
    help: "向热线求助",
  },
  {
    review: "A review is asked for",
    exclusion: "An exclusion is asked for",
    return: "A return is asked for",
    extension: "More time is asked for",
    deferral: "A deferral is asked for",
    termination: "Ending it is asked for",
    final_answer: "A final answer is proposed",
    help: "Help is asked for",
  },
);

const kindOf = (event: unknown): string =>
  typeof event === "string" ? event : (Object.keys(event as object)[0] ?? "");

/** The events of a kind in the order's history, oldest first, each with its entry. */
export const eventsOf = (history: readonly Entry[], kind: EventKind) =>
  history.flatMap((entry) =>
    entry.events.filter((event) => kindOf(event) === kind).map((event) => ({ entry, event })),
  );
