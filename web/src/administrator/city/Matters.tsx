/** 事项: the tree of matters. */
import { useMemo } from "react";
import { api, read } from "../../api/client";
import { MatterPicker } from "../../city/Pickers";
import { useCity } from "../../city/city";
import { bilingual, useWords } from "../../words";
import { ifMatch, useDone, useMatters, type KeptMatter } from "../lists";
import { Reading } from "../Reading";
import { Branches } from "./Branches";
import { BranchForm } from "./BranchForm";

const words = bilingual(
  {
    title: "事项",
    lead: "诉求分类的目录，派单目录按它定职责。有未办结工单的事项不能停用。",
    one: "事项",
    keywords: "关键词",
    saved: "已保存。",
    ended: "已停用。",
  },
  {
    title: "Matters",
    lead: "The catalogue of what appeals are about; the directory assigns duties by it. A matter with open orders cannot end.",
    one: "matter",
    keywords: "Keywords",
    saved: "Saved.",
    ended: "Ended.",
  },
);

export default function Matters() {
  const matters = useMatters();
  return <Reading of={matters}>{(all) => <List all={all} />}</Reading>;
}

function List({ all }: { all: KeptMatter[] }) {
  const w = useWords(words);
  const city = useCity();
  const done = useDone();
  const keywords = useMemo(
    () => new Map(city.data.matters.map((matter) => [matter.code, matter.keywords ?? []])),
    [city],
  );
  const nodes = useMemo(
    () =>
      all.map(({ entry, version, ended_at, successor }) => ({
        code: entry.code,
        name: entry.name,
        parent: entry.parent ?? "",
        level: entry.level,
        ended: ended_at != null,
        version,
        successor,
      })),
    [all],
  );
  return (
    <Branches
      title={w.title}
      lead={w.lead}
      one={w.one}
      nodes={nodes}
      cells={[
        {
          key: "keywords",
          title: w.keywords,
          cell: ({ code }) => <span className="quiet">{keywords.get(code)?.join("、")}</span>,
        },
      ]}
      form={(of, close) => (
        <BranchForm
          of={of}
          above={city.matterPath("node" in of ? of.node.parent : of.parent)}
          onCancel={close}
          onSave={async ({ code, version, ...body }) => {
            await read(
              api.PUT("/api/administrator/matters/{id}", {
                params: { path: { id: code }, header: ifMatch(version) },
                body,
              }),
            );
            await done(w.saved, "matters");
            close();
          }}
        />
      )}
      picker={(value, onChange, id) => <MatterPicker id={id} value={value} onChange={onChange} />}
      onEnd={async (node, body, against) => {
        await read(
          api.POST("/api/administrator/matters/{id}/endings", {
            params: { path: { id: node.code }, header: ifMatch(against ?? node.version) },
            body,
          }),
        );
        await done(w.ended, "matters");
      }}
    />
  );
}
