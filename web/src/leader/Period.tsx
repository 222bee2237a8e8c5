/** Over how many days one looks; it stands in the address, so that a look can be shared. */
import { Segmented } from "antd";
import { useSearchParams } from "react-router";
import { figureWords } from "../figures/words";
import { useWords } from "../words";

const PERIODS = [7, 30, 90] as const;

/** The period in the address; thirty days when there is none. */
export function usePeriod(): number {
  const [search] = useSearchParams();
  return PERIODS.find((days) => String(days) === search.get("days")) ?? 30;
}

export function Period() {
  const w = useWords(figureWords);
  const days = usePeriod();
  const [, setSearch] = useSearchParams();
  return (
    <Segmented
      aria-label={w.period}
      value={days}
      onChange={(chosen) => setSearch({ days: String(chosen) }, { replace: true })}
      options={PERIODS.map((value) => ({ value, label: w.days(value) }))}
    />
  );
}
