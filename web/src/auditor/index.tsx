/** The workplace; its title for now. */
import { useScreen } from "../shell/useScreen";
import { workplaceNames } from "../shell/workplaces";
import { useWords } from "../words";

export default function Workplace() {
  const title = useWords(workplaceNames)["auditor"];
  useScreen(title);
  return <h1>{title}</h1>;
}
