/** 别人先办了: whoever was about to decide is told who did what meanwhile; nothing is swept away without a word. */
import { Alert } from "antd";
import { useState } from "react";
import { draftOf } from "../acts/drafts";
import type { ActName, OrderPage } from "../api/types";
import { useMe } from "../me/me";
import { bilingual, useWords, wordOf } from "../words";
import { acts } from "../words/acts";
import { Time } from "../words/Time";
import { Who } from "./Story";

const words = bilingual(
  {
    title: (act: string) => `${act}：别人先办了`,
    colon: "：",
    draft: "你写的没有提交，留作草稿；这件再到这一步时会恢复。",
  },
  {
    title: (act: string) => `${act}: somebody else was faster`,
    colon: ": ",
    draft: "What you wrote was not sent. It is kept, and is here again should this step come again.",
  },
);

/** `act` is what is to be decided here now; null when nothing is any more. */
export function Overtaken({ page: { order, history }, page, act }: { page: OrderPage; act: ActName | null }) {
  const w = useWords(words);
  const names = useWords(acts);
  const { login } = useMe();
  const [began] = useState({ act, version: order.version });
  const since = history.filter(({ seq }) => seq > began.version);
  const last = since.at(-1);
  if (!began.act || act === began.act || !last || last.by.person === login) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={w.title(names[began.act])}
      description={
        <>
          <ul>
            {since.map((entry) => (
              <li key={entry.seq}>
                <Time at={entry.at} /> <Who by={entry.by} page={page} />
                {w.colon}
                {wordOf(names, entry.act)}
              </li>
            ))}
          </ul>
          {draftOf(login, order.number, began.act) && w.draft}
        </>
      }
    />
  );
}
