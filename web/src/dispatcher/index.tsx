/** The workplace; its queues for now. */
import { QueueWorkplace } from "../orders/QueueWorkplace";
import { workplaceNames } from "../shell/workplaces";
import { useWords } from "../words";

export default function Workplace() {
  const names = useWords(workplaceNames);
  return <QueueWorkplace title={names["dispatcher"]} workplace="dispatcher" />;
}
