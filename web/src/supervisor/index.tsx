/** 督办: what is late, returned, quarrelled over or badly answered, and what others asked to have looked at again. */
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { useWhyColumn } from "../orders/Why";
import { BatchReminders } from "../oversight/BatchReminders";
import { OversightPane } from "../oversight/OversightPane";
import { usePressedColumn } from "../oversight/usePressedColumn";
import { workplaceNames } from "../shell/workplaces";
import { useWords } from "../words";

export default function Supervisor() {
  const names = useWords(workplaceNames);
  const why = useWhyColumn();
  const pressed = usePressedColumn();
  return (
    <QueueWorkplace
      title={names.supervisor}
      workplace="supervisor"
      columns={[why, pressed]}
      pane={(number) => <OversightPane key={number} number={number} />}
      batch={(chosen, clear) => <BatchReminders chosen={chosen} clear={clear} />}
    />
  );
}
