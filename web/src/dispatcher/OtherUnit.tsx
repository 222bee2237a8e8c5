/** 改派其他单位: the form of a dispatch, with what is known filled in; where the directory says otherwise, why. */
import { Alert } from "antd";
import { useEffect, useRef } from "react";
import { ActForm } from "../acts/ActForm";
import { draftOf } from "../acts/drafts";
import type { ActForm as Form, Values } from "../acts/form";
import { NO_GROUND, type Ground } from "../acts/values";
import { actWords } from "../acts/words";
import type { OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { bilingual, useWords } from "../words";
import type { Proposals } from "./useProposals";

const words = bilingual(
  {
    grassroots: (unit: string) =>
      `${unit}是镇街或村（社区），目录把这件事列为职能部门的职责，不得派给基层（国办函〔2025〕66号）。确需下派的，写明批准人、理由和依据，并计入越级下派。`,
  },
  {
    grassroots: (unit: string) =>
      `${unit} is a town or village, and the directory gives this to a department: it is not given to the grass roots (国办函〔2025〕66号). If it must be, name who says so, why and by what law; it is counted.`,
  },
);

interface Props {
  /** The unit; null for one still to be chosen. */
  lead: string | null;
  said: Proposals;
  page: OrderPage;
  form: Form;
  onDone: () => void;
  onCancel?: () => void;
}

export function OtherUnit({ lead, said, page, form, onDone, onCancel }: Props) {
  const w = useWords(words);
  const a = useWords(actWords);
  const city = useCity();
  const me = useMe();
  const here = useRef<HTMLDivElement>(null);
  const kind = lead ? city.unitOf(lead)?.kind : undefined;
  const toGrassroots = !!said.reserved && (kind === "town" || kind === "village");
  const asked = onCancel !== undefined;

  // Who chose a unit goes on with the reason.
  useEffect(() => {
    if (!asked) return;
    const reason = here.current?.querySelector<HTMLElement>(`textarea[aria-label="${a.reason}"]`);
    (lead ? reason : here.current?.querySelector<HTMLElement>("input"))?.focus();
  }, [asked, lead, a.reason]);
  return (
    <div ref={here} className="stack">
      {toGrassroots && lead && <Alert type="warning" showIcon title={w.grassroots(city.unit(lead))} />}
      <ActForm
        form={form}
        page={page}
        preset={presetOf(lead, said, draftOf(me.login, said.number, form.act), toGrassroots)}
        onDone={onDone}
        {...(onCancel ? { onCancel } : {})}
        inline
      />
    </div>
  );
}

/** What the form begins with: the entry where it names the unit, else the entry that is overridden. */
function presetOf(
  lead: string | null,
  { winner, directory, reserved }: Proposals,
  draft: Values | null,
  toGrassroots: boolean,
): Values {
  const chosen = lead ? { lead } : {};
  if (!winner) return chosen;
  if (winner.lead === lead)
    return { ...chosen, basis: { ...NO_GROUND, by: "directory", entry: winner.code, version: directory } };
  // A reason that was begun for the same unit stays.
  const begun = draft && (!lead || draft.lead === lead) ? (draft.basis as Ground) : NO_GROUND;
  // What is a department's goes to a town only by a named override.
  if (toGrassroots && reserved) return { ...chosen, basis: { ...begun, by: "override", entry: reserved } };
  return { ...chosen, basis: { ...begun, overrides: winner.code } };
}
