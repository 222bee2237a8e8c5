/** 派单: what the directory proposes, in one key; any other unit with its reason; the directory beside it. */
import { Alert, Skeleton } from "antd";
import { useState } from "react";
import { ActForm } from "../acts/ActForm";
import type { ActForm as Form } from "../acts/form";
import { useProblemWords } from "../api/useProblem";
import type { OrderPage } from "../api/types";
import { useWords } from "../words";
import { acts } from "../words/acts";
import { DirectoryBeside } from "./DirectoryBeside";
import { Guesses } from "./Guesses";
import { OtherUnit } from "./OtherUnit";
import { Proposed } from "./Proposed";
import { ReturnedBefore } from "./ReturnedBefore";
import { useProposals } from "./useProposals";

interface Props {
  page: OrderPage;
  form: Form;
  onDone: () => void;
}

export function Dispatching({ page, form, onDone }: Props) {
  const names = useWords(acts);
  const say = useProblemWords();
  const { order } = page;
  const proposals = useProposals(order.number);
  /** The unit that is thought of instead; null for one still to be chosen. */
  const [other, setOther] = useState<string | null>();
  const said = proposals.data;
  const byHand = other !== undefined || (said && !said.dispatch);
  return (
    <section className="block stack" aria-label={names.dispatch}>
      <h2>{names.dispatch}</h2>
      <ReturnedBefore order={order} />
      {proposals.isPending && <Skeleton active />}
      {proposals.isError && !said && (
        <>
          <Alert type="warning" showIcon title={say(proposals.error)} />
          <ActForm form={form} page={page} onDone={onDone} inline />
        </>
      )}
      {said && (
        <>
          <Proposed
            key={`${order.number} ${said.version}`}
            said={said}
            page={page}
            form={form}
            asking={other === undefined}
            onOther={setOther}
            onDone={onDone}
          />
          <Guesses guesses={said.guesses} onChoose={setOther} />
          {byHand && (
            <OtherUnit
              key={other ?? ""}
              lead={other ?? null}
              said={said}
              page={page}
              form={form}
              onDone={onDone}
              {...(other === undefined ? {} : { onCancel: () => setOther(undefined) })}
            />
          )}
        </>
      )}
      <DirectoryBeside matter={order.matter} place={order.place} onUnit={setOther} />
    </section>
  );
}
