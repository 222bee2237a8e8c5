/** Which version, or which draft, is looked at. */
import { Select } from "antd";
import { bilingual, useWords } from "../words";
import { draftStates } from "../words/duties";
import { exact } from "../words/time";
import { useDrafts, useVersions } from "./drafts";

const words = bilingual(
  {
    which: "看哪一版",
    inForce: "现行版本",
    version: (n: number, day: string) => `第 ${n} 版（${day} 起）`,
    drafts: "草案",
    versions: "已发布的版本",
  },
  {
    which: "Which version",
    inForce: "In force",
    version: (n: number, day: string) => `Version ${n} (from ${day})`,
    drafts: "Drafts",
    versions: "Published",
  },
);

export function VersionPicker({ value, onChange }: { value: string; onChange: (version: string) => void }) {
  const w = useWords(words);
  const states = useWords(draftStates);
  const drafts = useDrafts();
  const versions = useVersions();
  const open = (drafts.data ?? []).filter(({ state }) => state !== "published" && state !== "discarded");
  return (
    <Select
      className="picker"
      aria-label={w.which}
      value={value}
      onChange={onChange}
      options={[
        { value: "", label: w.inForce },
        {
          label: w.drafts,
          options: open.map(({ id, title, state }) => ({
            value: id,
            label: `${id} ${title}（${states[state]}）`,
          })),
        },
        {
          label: w.versions,
          options: (versions.data ?? []).map(({ version, in_force_from }) => ({
            value: String(version),
            label: w.version(version, exact(in_force_from)),
          })),
        },
      ]}
    />
  );
}
