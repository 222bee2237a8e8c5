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
      `${unit}是镇街或村（社区），目录没有把这类事项交给基层。应由职能部门办理的，不得派给基层（国办函〔2025〕66号）。`,
  },
  {
    grassroots: (unit: string) =>
      `${unit} is a town or village, and the directory gives none of them this matter. What is a department's duty is not given to the grass roots (国办函〔2025〕66号).`,
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
  const toGrassroots = !said.grassroots_named && (kind === "town" || kind === "village");
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
        preset={presetOf(lead, said, draftOf(me.login, said.number, form.act))}
        onDone={onDone}
        {...(onCancel ? { onCancel } : {})}
        inline
      />
    </div>
  );
}

/** What the form begins with: the entry where it names the unit, else the entry that is overridden. */
function presetOf(lead: string | null, { winner, directory }: Proposals, draft: Values | null): Values {
  const chosen = lead ? { lead } : {};
  if (!winner) return chosen;
  if (winner.lead === lead)
    return { ...chosen, basis: { ...NO_GROUND, by: "directory", entry: winner.code, version: directory } };
  // A reason that was begun for the same unit stays.
  const begun = draft && (!lead || draft.lead === lead) ? (draft.basis as Ground) : NO_GROUND;
  return { ...chosen, basis: { ...begun, overrides: winner.code } };
}
