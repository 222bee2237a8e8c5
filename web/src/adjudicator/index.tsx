/** 职责认定: disputes that wait for a ruling, reviews and exclusions to decide. */
import { BookOutlined, QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Empty } from "antd";
import { useState } from "react";
import type { Line } from "../api/types";
import { LookUp } from "../city/LookUp";
import { OrderView } from "../orders/OrderView";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { SheetDrawer } from "../shell/SheetForm";
import { workplaceNames } from "../shell/workplaces";
import { bilingual, useWords } from "../words";
import { useNow } from "../words/Time";
import { dayNumber } from "../words/time";
import { Positions } from "./Positions";
import { Precedents } from "./Precedents";

const words = bilingual(
  {
    waited: "诉求人已等",
    days: (n: number) => `第 ${n} 天`,
    lookUp: "这事归谁管？",
    precedents: "认定案例库",
    empty: "没有等你裁定的。单位之间对职责有争议、或有人申请复核和剔除时，会出现在这里。",
  },
  {
    waited: "The citizen waits",
    days: (n: number) => `day ${n}`,
    lookUp: "Whose duty is it?",
    precedents: "Precedents",
    empty: "Nothing waits for you. Disputes over duties, reviews and exclusions appear here.",
  },
);

export default function Workplace() {
  const w = useWords(words);
  const title = useWords(workplaceNames)["adjudicator"];
  const [looking, setLooking] = useState(false);
  const [reading, setReading] = useState(false);
  return (
    <>
      <QueueWorkplace
        title={title}
        workplace="adjudicator"
        columns={[{ key: "waited", title: w.waited, cell: (line) => <Waited line={line} /> }]}
        beside={
          <span className="buttons">
            <Button icon={<BookOutlined aria-hidden />} onClick={() => setReading(true)}>
              {w.precedents}
            </Button>
            <Button icon={<QuestionCircleOutlined aria-hidden />} onClick={() => setLooking(true)}>
              {w.lookUp}
            </Button>
          </span>
        }
        pane={(number) => (
          <>
            <Positions number={number} />
            <OrderView key={number} number={number} />
          </>
        )}
        empty={<Empty description={w.empty} />}
      />
      <SheetDrawer open={looking} title={w.lookUp} onClose={() => setLooking(false)}>
        <LookUp />
      </SheetDrawer>
      <SheetDrawer open={reading} title={w.precedents} onClose={() => setReading(false)}>
        <Precedents />
      </SheetDrawer>
    </>
  );
}

/** How long the citizen has waited: the day of registration is the first. */
function Waited({ line }: { line: Line }) {
  const w = useWords(words);
  const now = useNow();
  return <strong className="nowrap">{w.days(dayNumber(line.registered_at, line.closed_at ?? now))}</strong>;
}
