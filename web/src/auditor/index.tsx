/** The auditor's workplace: who looked at what, whose screen a leak came from, what is erased. */
import { Sections, type SectionGroup } from "../shell/Sections";
import { useScreen } from "../shell/useScreen";
import { workplaceNames } from "../shell/workplaces";
import { bilingual, useWords } from "../words";

const words = bilingual(
  { group: "审计", looks: "查看留痕", leaks: "泄露溯源", erasures: "清除个人信息" },
  { group: "Audit", looks: "Record of looks", leaks: "Trace a leak", erasures: "Erasures" },
);

export default function Workplace() {
  const title = useWords(workplaceNames)["auditor"];
  const { group, ...names } = useWords(words);
  useScreen(title);
  const groups: SectionGroup[] = [
    {
      name: group,
      sections: [
        { path: "looks", load: () => import("./Looks") },
        { path: "leaks", load: () => import("./Leaks") },
        { path: "erasures", load: () => import("./Erasures") },
      ],
    },
  ];
  return <Sections base="auditor" label={title} groups={groups} names={names} />;
}
