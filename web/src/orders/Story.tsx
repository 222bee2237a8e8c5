/** The order's story: every act as a sentence, with who, when and why, grouped by day. */
import { Checkbox, Segmented } from "antd";
import { useState } from "react";
import type { Entry, OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { useSettings } from "../shell/settings";
import { useWords, wordOf } from "../words";
import { acts } from "../words/acts";
import { roles } from "../words/codes";
import { clock, day, dayKey } from "../words/time";
import { Thumbs } from "./Files";
import { sentenceOf, type Sentence } from "./sentences";
import { orderWords } from "./words";

export function Story({ page }: { page: OrderPage }) {
  const w = useWords(orderWords);
  const { language } = useSettings();
  const city = useCity();
  const [newest, setNewest] = useState(false);
  const [details, setDetails] = useState(false);
  const entries = page.history.map((entry) => ({
    entry,
    sentences: entry.events.map((event) =>
      sentenceOf(language, event, { city, order: page.order, at: entry.at }),
    ),
  }));
  const shown = entries.filter(({ sentences }) => details || sentences.some((sentence) => !sentence.detail));
  if (newest) shown.reverse();
  const days = Map.groupBy
    ? [...Map.groupBy(shown, ({ entry }) => dayKey(entry.at)).values()]
    : [...grouped(shown)];
  return (
    <section aria-label={w.story}>
      <div className="row-between">
        <h2>{w.story}</h2>
        <span className="buttons">
          <Checkbox checked={details} onChange={(e) => setDetails(e.target.checked)}>
            {w.showClocks}
          </Checkbox>
          <Segmented
            size="small"
            aria-label={w.story}
            value={newest}
            onChange={setNewest}
            options={[
              { value: false, label: w.oldestFirst },
              { value: true, label: w.newestFirst },
            ]}
          />
        </span>
      </div>
      {days.map((entriesOfDay) => (
        <div key={entriesOfDay[0]?.entry.seq}>
          <h3 className="story-day">{day(entriesOfDay[0]?.entry.at ?? 0)}</h3>
          <ol className="story">
            {entriesOfDay.map(({ entry, sentences }) => (
              <StoryEntry key={entry.seq} entry={entry} sentences={sentences} details={details} page={page} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function grouped<T extends { entry: Entry }>(items: T[]): T[][] {
  const days = new Map<string, T[]>();
  for (const item of items) {
    const key = dayKey(item.entry.at);
    days.set(key, [...(days.get(key) ?? []), item]);
  }
  return [...days.values()];
}

interface EntryProps {
  entry: Entry;
  sentences: Sentence[];
  details: boolean;
  page: OrderPage;
}

function StoryEntry({ entry, sentences, details, page }: EntryProps) {
  const w = useWords(orderWords);
  const act = useWords(acts);
  const [raw, setRaw] = useState(false);
  const told = sentences.filter((sentence) => details || !sentence.detail);
  const tone = told.find((sentence) => sentence.tone)?.tone ?? "";
  const signature = page.signatures.find((signed) => signed.seq === entry.seq);
  return (
    <li className={`${tone} ${entry.by.role === "citizen" ? "by-citizen" : ""}`}>
      <div>
        <time dateTime={new Date(entry.at).toISOString()} className="number quiet">
          {clock(entry.at)}
        </time>{" "}
        <span className="who">
          <Who by={entry.by} page={page} />
        </span>{" "}
        {told[0] ? told[0].say : wordOf(act, entry.act)}
        {signature && (
          <span className="badge good" title={signature.public_key}>
            {w.signature}
          </span>
        )}
      </div>
      {told.map((sentence, i) => (
        <div key={i}>
          {i > 0 && <div className={sentence.detail ? "side-note" : ""}>{sentence.say}</div>}
          {sentence.quotes?.map((text, q) =>
            text ? <blockquote key={q}>{text.text ?? w.erased}</blockquote> : null,
          )}
          {sentence.evidence && <Thumbs number={page.order.number} evidence={sentence.evidence} />}
        </div>
      ))}
      {details && (
        <>
          <button type="button" className="link" onClick={() => setRaw(!raw)} aria-expanded={raw}>
            {w.journal} #{entry.seq}
          </button>
          {raw && <pre className="journal">{JSON.stringify(entry, null, 1)}</pre>}
        </>
      )}
    </li>
  );
}

/** Who acted: unit and person; the role where nobody in particular did. */
export function Who({ by, page }: { by: Entry["by"]; page: OrderPage }) {
  const role = useWords(roles);
  const city = useCity();
  const person = by.person ? (peopleOf(page)[by.person]?.name ?? by.person) : "";
  if (by.role === "citizen" || by.role === "system") return role[by.role];
  return `${city.unit(by.unit)} ${role[by.role]} ${person}`.trim();
}

/** The names of people in the story, where the server tells them. */
export function peopleOf(page: OrderPage): Record<string, { name: string }> {
  return (page as { people?: Record<string, { name: string }> }).people ?? {};
}
