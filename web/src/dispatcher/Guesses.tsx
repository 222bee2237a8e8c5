/** 模型建议: where past orders of such words ended, how sure that is, and which words say so. */
import { Button } from "antd";
import { useCity } from "../city/city";
import { bilingual, useWords } from "../words";
import type { Proposals } from "./useProposals";

const words = bilingual(
  {
    title: "同类工单去向",
    help: "按历史工单的文字推算，仅供参考；派单以目录和认定为准。",
    sure: "把握较大",
    unsure: "仅供参考",
    because: (said: string) => `依据：“${said}”`,
    although: (said: string) => `相反：“${said}”`,
    and: "”“",
  },
  {
    title: "Where such orders ended",
    help: "Worked out from the words of past orders. The directory and rulings go before it.",
    sure: "fairly sure",
    unsure: "for what it is worth",
    because: (said: string) => `because of “${said}”`,
    although: (said: string) => `although “${said}”`,
    and: "” “",
  },
);

/** So many words are shown. */
const WORDS = 4;

export function Guesses({
  guesses,
  onChoose,
}: {
  guesses: Proposals["guesses"];
  onChoose: (unit: string) => void;
}) {
  const w = useWords(words);
  const city = useCity();
  if (!guesses.length) return null;
  const some = (all: string[]) => all.slice(0, WORDS).join(w.and);
  return (
    <section aria-label={w.title}>
      <h3>{w.title}</h3>
      <ul className="plain stack">
        {guesses.map((guess) => (
          <li key={guess.code}>
            <Button type="link" onClick={() => onChoose(guess.code)}>
              {city.unit(guess.code)}
            </Button>{" "}
            <span className={`badge ${guess.sure ? "good" : ""}`}>
              {Math.round(guess.probability * 100)} % · {guess.sure ? w.sure : w.unsure}
            </span>
            <br />
            <small className="quiet">
              {guess.because.length > 0 && w.because(some(guess.because))}{" "}
              {guess.although.length > 0 && w.although(some(guess.although))}
            </small>
          </li>
        ))}
      </ul>
      <p className="quiet small">{w.help}</p>
    </section>
  );
}
