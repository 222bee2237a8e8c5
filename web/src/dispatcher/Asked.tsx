/** What a unit asks for, as it asked: a return with its ground, an extension with its plan. */
import type { ActName, OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { bilingual, useWords } from "../words";
import { returnReasons } from "../words/codes";
import { Due, Time } from "../words/Time";
import { limit } from "../words/time";

const words = bilingual(
  {
    returns: (unit: string, reason: string) => `${unit}申请退单：${reason}`,
    suggests: (unit: string) => `认为应由${unit}承办`,
    extends: (unit: string, by: string) => `${unit}申请延期 ${by}`,
    due: "办理时限",
    asked: "申请于",
    granted: (n: number) => `已批准延期 ${n} 次`,
  },
  {
    returns: (unit: string, reason: string) => `${unit} wants to return it: ${reason}`,
    suggests: (unit: string) => `suggests ${unit}`,
    extends: (unit: string, by: string) => `${unit} asks for ${by} more`,
    due: "Handling due",
    asked: "asked",
    granted: (n: number) => `${n} extensions granted before`,
  },
);

export function Asked({ page: { order }, act }: { page: OrderPage; act: ActName }) {
  const w = useWords(words);
  const reason = useWords(returnReasons);
  const city = useCity();
  if (act === "judge_return") {
    const asked = order.returns.findLast(({ fate }) => fate === "open");
    return (
      asked && (
        <div>
          <strong>{w.returns(city.unit(asked.unit), reason[asked.reason])}</strong>
          {asked.suggests && <div>{w.suggests(city.unit(asked.suggests))}</div>}
          <blockquote className="said">{asked.basis.text}</blockquote>
          <span className="quiet small">
            {w.asked} <Time at={asked.at} show="both" />
          </span>
        </div>
      )
    );
  }
  if (act !== "judge_extension") return null;
  const asked = order.extensions.findLast(({ request }) => !request.verdict);
  const due = order.clocks.find((clock) => clock.kind === "handling" && clock.part === asked?.part)?.due;
  const granted = order.extensions.filter(({ request }) => request.verdict?.granted).length;
  return (
    asked && (
      <div>
        <strong>{w.extends(city.unit(asked.request.by.unit), limit(asked.by))}</strong>{" "}
        {granted > 0 && <span className="badge soon">{w.granted(granted)}</span>}
        <blockquote className="said">{asked.request.what.text}</blockquote>
        <span className="quiet small">
          {w.asked} <Time at={asked.request.at} show="both" />
          {due != null && (
            <>
              {" "}
              · {w.due} <Due at={due} />
            </>
          )}
        </span>
      </div>
    )
  );
}
