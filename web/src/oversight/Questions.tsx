/**
 * What waits for a decision on an order: what was asked, by whom, on what
 * grounds, and the form that decides it. Nobody decides on what they asked for or
 * decided before; then it says so in place of the form.
 */
import { Alert } from "antd";
import { refusalOf } from "../acts/can";
import { ActForm } from "../acts/ActForm";
import { formOf } from "../acts/forms";
import { Refused } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { sentenceOf } from "../orders/sentences";
import { Thumbs } from "../orders/Files";
import { Who } from "../orders/Story";
import { orderWords } from "../orders/words";
import { useSettings } from "../shell/settings";
import { useWords } from "../words";
import { Time } from "../words/Time";
import { eventsOf, QUESTIONS, questionNames, type Question, type QuestionName } from "./questions";
import { oversightWords } from "./words";
import "./oversight.css";

export function Questions({ page }: { page: OrderPage }) {
  const w = useWords(oversightWords);
  const names = Object.keys(QUESTIONS) as QuestionName[];
  const open = names.filter((name) => QUESTIONS[name].open(page.order));
  if (!open.length) return null;
  return (
    <section aria-label={w.questions} className="questions stack">
      {open.map((name) => (
        <QuestionCard key={name} name={name} page={page} />
      ))}
    </section>
  );
}

function QuestionCard({ name, page }: { name: QuestionName; page: OrderPage }) {
  const w = useWords(oversightWords);
  const names = useWords(questionNames);
  const say = useProblemWords();
  const question: Question = QUESTIONS[name];
  const form = formOf(question.act);
  const mine = page.acts.includes(question.act);
  const refusal = refusalOf(page, question.act);
  const asked = eventsOf(page.history, question.asked).at(-1);
  const before = question.before ? eventsOf(page.history, question.before) : [];
  const since = asked ? before.filter(({ entry }) => entry.seq > asked.entry.seq) : [];
  return (
    <div className="block stack question">
      <h2>{names[name]}</h2>
      {asked && <Said {...asked} page={page} />}
      {since.map((one) => (
        <Said key={one.entry.seq} {...one} page={page} />
      ))}
      {!mine || !form ? (
        <p className="quiet">{w.elsewhere}</p>
      ) : refusal ? (
        <Alert type="info" showIcon title={w.notYours} description={say(new Refused(refusal, 409, null))} />
      ) : (
        <ActForm key={page.order.version} form={form} page={page} onDone={() => {}} />
      )}
    </div>
  );
}

/** One event of the history, in words: who, when, what, the texts in full. */
export function Said({ entry, event, page }: ReturnType<typeof eventsOf>[number] & { page: OrderPage }) {
  const w = useWords(orderWords);
  const { language } = useSettings();
  const city = useCity();
  const sentence = sentenceOf(language, event, { city, order: page.order, at: entry.at });
  return (
    <div>
      <div>
        <Time at={entry.at} show="both" />{" "}
        <strong>
          <Who by={entry.by} page={page} />
        </strong>{" "}
        {sentence.say}
      </div>
      {sentence.quotes?.map((text, i) =>
        text ? (
          <blockquote key={i} className="said">
            {text.text ?? w.erased}
          </blockquote>
        ) : null,
      )}
      {sentence.evidence && <Thumbs number={page.order.number} evidence={sentence.evidence} />}
    </div>
  );
}
