/** The units by kind: only like stands beside like (国办函〔2025〕66号: 分档分类评价). */
import { PrinterOutlined } from "@ant-design/icons";
import { Button, Empty, Result, Spin } from "antd";
import type { ReactNode } from "react";
import { useProblemWords } from "../api/useProblem";
import { useUnitsFigures } from "../figures/figures";
import { UnitsTable } from "../figures/UnitsTable";
import { figureWords, rateHelp, rateNames } from "../figures/words";
import { RATES } from "../figures/figures";
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { unitKinds } from "../words/codes";
import { Period, usePeriod } from "./Period";
import { leaderWords } from "./words";

export default function Units({ sides }: { sides: ReactNode }) {
  const w = useWords(leaderWords);
  const f = useWords(figureWords);
  const kind = useWords(unitKinds);
  const names = useWords(rateNames);
  const help = useWords(rateHelp);
  const say = useProblemWords();
  const figures = useUnitsFigures(usePeriod());
  useScreen(w.unitsTitle);
  return (
    <div className="stack">
      <div className="row-between">
        <h1>{w.unitsTitle}</h1>
        <span className="buttons no-print">
          <Period />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {f.print}
          </Button>
          {sides}
        </span>
      </div>
      {figures.isPending && <Spin className="waiting" />}
      {figures.isError && !figures.data && (
        <Result status="warning" title={f.failed} subTitle={say(figures.error)} />
      )}
      {figures.data && (
        <>
          <p className="quiet">
            {f.bandHelp} {f.smallHelp(figures.data.enough)}
          </p>
          {!figures.data.bands.length && <Empty description={f.none} />}
          {figures.data.bands.map((band) => (
            <section key={band.kind} className="block" aria-label={kind[band.kind]}>
              <h2>{kind[band.kind]}</h2>
              <UnitsTable label={kind[band.kind]} units={band.units} enough={figures.data.enough} />
            </section>
          ))}
          <dl className="facts small">
            {RATES.map((rate) => [<dt key={rate}>{names[rate]}</dt>, <dd key={`${rate}-`}>{help[rate]}</dd>])}
          </dl>
        </>
      )}
    </div>
  );
}
