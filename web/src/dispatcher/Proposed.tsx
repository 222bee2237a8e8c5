/** 派单建议: which entry won and why, the units that are thought of, and one key to dispatch. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { ActForm as Form } from "../acts/form";
import { nameOf, usePerform } from "../acts/usePerform";
import { Refused } from "../api/client";
import { newKey } from "../api/send";
import { useProblemWords } from "../api/useProblem";
import type { OrderPage } from "../api/types";
import { Entries } from "../city/LookUp";
import { useCity } from "../city/city";
import { Key, useKeys } from "../shell/keys";
import { bilingual, useWords } from "../words";
import { doubts } from "../words/duties";
import { Units } from "./Units";
import type { Proposals } from "./useProposals";

const words = bilingual(
  {
    go: (unit: string) => `派给${unit}`,
    assists: (names: string) => `协办：${names}`,
    copy: (unit: string) => `抄送：${unit}`,
    doubt: (said: string) => `先看清再派：${said}`,
    sure: (unit: string) => `确认派给${unit}`,
    other: "派给其他单位",
    and: "、",
    keyGo: "按目录派单，接着看下一件",
    keyUnit: (unit: string) => `派给${unit}，写明理由`,
    keyOther: "派给其他单位",
    notGrassroots: "目录没有把这类事项交给镇街、村（社区），不得派给基层（国办函〔2025〕66号）。",
  },
  {
    go: (unit: string) => `Dispatch to ${unit}`,
    assists: (names: string) => `Assists: ${names}`,
    copy: (unit: string) => `Copy to: ${unit}`,
    doubt: (said: string) => `Look first: ${said}`,
    sure: (unit: string) => `Yes, to ${unit}`,
    other: "Another unit",
    and: ", ",
    keyGo: "Dispatch as the directory says, and go on to the next",
    keyUnit: (unit: string) => `Dispatch to ${unit}, with a reason`,
    keyOther: "Dispatch to another unit",
    notGrassroots:
      "The directory gives this matter to no town or village: it is not given to the grass roots (国办函〔2025〕66号).",
  },
);

/** A key that is still held down, or pressed twice, dispatches nothing that was not looked at: in milliseconds. */
const UNSEEN = 400;

interface Props {
  said: Proposals;
  page: OrderPage;
  form: Form;
  /** Whether the proposal is what is decided on; not while another unit is thought of. */
  asking: boolean;
  onOther: (unit: string | null) => void;
  onDone: () => void;
}

export function Proposed({ said, page, form, asking, onOther, onDone }: Props) {
  const w = useWords(words);
  const doubt = useWords(doubts);
  const say = useProblemWords();
  const city = useCity();
  const perform = usePerform();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const here = useRef<HTMLDivElement>(null);
  const seenAt = useRef(Infinity);
  const key = useRef(newKey());
  const { dispatch } = said;

  useEffect(() => {
    seenAt.current = Date.now();
    // After a click on the list the focus is on its link, which would take the keys.
    if (document.activeElement?.closest(".orders"))
      here.current?.closest<HTMLElement>(".pane")?.focus({ preventScroll: true });
  }, []);

  async function go() {
    if (!dispatch || busy) return;
    if (said.doubts.length && !asked) return setAsked(true);
    setBusy(true);
    setProblem(null);
    try {
      await perform({
        form,
        number: said.number,
        title: nameOf(page),
        body: dispatch,
        version: said.version,
        id: key.current,
      });
      onDone();
    } catch (error) {
      // What was changed meanwhile is read anew and stands here, to be looked at first.
      if (error instanceof Refused && error.problem.code === "changed") {
        void message.warning(say(error));
        void queries.invalidateQueries({ queryKey: ["order", said.number] });
      } else setProblem(error);
      setAsked(false);
      key.current = newKey();
    } finally {
      setBusy(false);
    }
  }
  const others = said.units.filter(({ unit }) => unit !== dispatch?.lead);
  useKeys(
    [
      {
        keys: ["d", "Enter"],
        does: w.keyGo,
        when: !!dispatch,
        run: (event) => {
          if (!event.repeat && Date.now() - seenAt.current > UNSEEN) void go();
        },
      },
      ...others.slice(0, 9).map(({ unit, obstacles }, i) => ({
        keys: String(i + 1),
        does: w.keyUnit(city.unit(unit)),
        when: !obstacles.length,
        run: () => onOther(unit),
      })),
      { keys: "o", does: w.keyOther, run: () => onOther(null) },
    ],
    { active: asking },
  );

  return (
    <div ref={here} className="stack">
      <Entries winner={said.winner ?? null} offered={said.offered} others={said.others} />
      {said.doubts.length > 0 && (
        <Alert type="warning" showIcon title={w.doubt(said.doubts.map((one) => doubt[one]).join(w.and))} />
      )}
      {dispatch && asking && (
        <div>
          {dispatch.assists.length > 0 && (
            <p className="small">
              {w.assists(dispatch.assists.map(({ unit }) => city.unit(unit)).join(w.and))}
            </p>
          )}
          {dispatch.copy_to && <p className="small">{w.copy(city.unit(dispatch.copy_to))}</p>}
          {problem !== null && <Alert type="error" showIcon title={say(problem)} role="alert" />}
          <div className="buttons">
            <Button type="primary" size="large" loading={busy} danger={asked} onClick={() => void go()}>
              {asked ? w.sure(city.unit(dispatch.lead)) : w.go(city.unit(dispatch.lead))} <Key>Enter</Key>{" "}
              <Key>d</Key>
            </Button>
            <Button size="large" onClick={() => onOther(null)}>
              {w.other} <Key>o</Key>
            </Button>
          </div>
        </div>
      )}
      <Units
        units={said.units}
        keyOf={(unit) => (asking ? others.findIndex((other) => other.unit === unit) + 1 : 0)}
        onChoose={onOther}
      />
      {!said.grassroots_named && <p className="quiet small">{w.notGrassroots}</p>}
    </div>
  );
}
