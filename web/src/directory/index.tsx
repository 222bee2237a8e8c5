/** 目录修订: drafts and the way that they go, what is wrong with the directory, what a version would have done. */
import { Sections, type SectionGroup } from "../shell/Sections";
import { useScreen } from "../shell/useScreen";
import { workplaceNames } from "../shell/workplaces";
import { bilingual, useWords } from "../words";

const words = bilingual(
  { group: "派单目录", drafts: "草案和版本", findings: "目录体检", replays: "目录回放" },
  { group: "Directory", drafts: "Drafts and versions", findings: "Check", replays: "Replay" },
);

export default function Workplace() {
  const title = useWords(workplaceNames)["directory"];
  const { group, ...names } = useWords(words);
  useScreen(title);
  const groups: SectionGroup[] = [
    {
      name: group,
      sections: [
        { path: "drafts", load: () => import("./Drafts") },
        { path: "findings", load: () => import("./Checked") },
        { path: "replays", load: () => import("./Replayed") },
      ],
    },
  ];
  return <Sections base="directory" label={title} groups={groups} names={names} />;
}
