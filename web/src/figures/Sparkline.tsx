/** A course in the size of a word: a bar a day. */
import { useWords } from "../words";
import { figureWords } from "./words";

const BAR = 9;
const HIGH = 26;

export function Sparkline({ days }: { days: readonly number[] }) {
  const w = useWords(figureWords);
  const most = Math.max(1, ...days);
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={w.courseOf(days.length, days[0] ?? 0, days.at(-1) ?? 0)}
      width={days.length * BAR}
      height={HIGH + 1}
    >
      {days.map((n, i) => {
        const high = (n / most) * HIGH;
        return <rect key={i} x={i * BAR} y={HIGH - high} width={BAR - 1} height={high + 1} />;
      })}
    </svg>
  );
}
