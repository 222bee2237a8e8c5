/** 办理: what waits for my unit, the next deadline first; signing in one tap. */
import { QuickAct } from "../acts/QuickAct";
import { useMe } from "../me/me";
import type { Column } from "../orders/OrdersList";
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { workplaceNames } from "../shell/workplaces";
import { bilingual, useWords } from "../words";

const words = bilingual(
  { inbox: "待办（按时限）", quick: "操作" },
  { inbox: "Inbox, by deadline", quick: "Act" },
);

export default function Handler() {
  const w = useWords(words);
  const { role } = useMe();
  const title = useWords(workplaceNames).handler;
  const quick: Column = {
    key: "quick",
    title: w.quick,
    cell: (line) => {
      const unsigned = line.awaiting.find((one) => one.mine && one.what === "signature");
      return unsigned && <QuickAct act="sign" line={line} body={{ part: unsigned.part }} primary />;
    },
  };
  return (
    <QueueWorkplace
      title={title}
      workplace={role}
      columns={[quick]}
      first={{
        key: "inbox",
        workplace: role,
        name: w.inbox,
        filter: { open: true, mine: true, sort: "due" },
        urgent: false,
        count: undefined,
        more: false,
      }}
    />
  );
}
