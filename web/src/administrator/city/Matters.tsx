/** 事项: the tree of matters. */
import { Select } from "antd";
import { useMemo, useState } from "react";
import { api, read } from "../../api/client";
import type { Level } from "../../api/types";
import { MatterPicker } from "../../city/Pickers";
import { useCity } from "../../city/city";
import { Field } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { levels } from "../../words/codes";
import { ifMatch, useDone, useMatters, type KeptMatter } from "../lists";
import { Reading } from "../Reading";
import { Branches, type Branch } from "./Branches";
import { BranchForm } from "./BranchForm";

const words = bilingual(
  {
    title: "事项",
    lead: "诉求分类的目录，派单目录按它定职责。有未办结工单的事项不能停用。",
    one: "事项",
    keywords: "关键词",
    keywordsHelp: "市民常用的叫法；输入后按回车或空格。受理时按关键词找到这个事项。",
    urgency: "默认级别",
    urgencyHelp: "工单归到这个事项时先按此级别，派单时可以调整。",
    saved: "已保存。",
    ended: "已停用。",
  },
  {
    title: "Matters",
    lead: "The catalogue of what appeals are about; the directory assigns duties by it. A matter with open orders cannot end.",
    one: "matter",
    keywords: "Keywords",
    keywordsHelp: "What citizens call it; Enter or a space after each. Intake finds the matter by them.",
    urgency: "Usual level",
    urgencyHelp: "The level that an order of it begins with; it can be graded at dispatch.",
    saved: "Saved.",
    ended: "Ended.",
  },
);

interface Matter extends Branch {
  urgency: Level | null;
  keywords: string[];
}

export default function Matters() {
  const matters = useMatters();
  return <Reading of={matters}>{(all) => <List all={all} />}</Reading>;
}

function List({ all }: { all: KeptMatter[] }) {
  const w = useWords(words);
  const level = useWords(levels);
  const city = useCity();
  const done = useDone();
  const nodes = useMemo(
    () =>
      all.map(
        ({ entry, version, ended_at, successor }): Matter => ({
          code: entry.code,
          name: entry.name,
          parent: entry.parent ?? "",
          level: entry.level,
          ended: ended_at != null,
          version,
          successor,
          urgency: entry.urgency ?? null,
          keywords: entry.keywords,
        }),
      ),
    [all],
  );
  return (
    <Branches
      title={w.title}
      lead={w.lead}
      one={w.one}
      nodes={nodes}
      cells={[
        { key: "urgency", title: w.urgency, cell: ({ urgency }) => urgency && level[urgency] },
        {
          key: "keywords",
          title: w.keywords,
          cell: ({ keywords }) => <span className="quiet">{keywords.join("、")}</span>,
        },
      ]}
      form={(of, close) => (
        <MatterForm
          of={of}
          above={city.matterPath("node" in of ? of.node.parent : of.parent)}
          onClose={close}
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

function MatterForm({
  of,
  above,
  onClose,
}: {
  of: { node: Matter } | { parent: string; code: string };
  above: string;
  onClose: () => void;
}) {
  const w = useWords(words);
  const level = useWords(levels);
  const done = useDone();
  const known = "node" in of ? of.node : null;
  const [urgency, setUrgency] = useState<Level | null>(known?.urgency ?? null);
  const [keywords, setKeywords] = useState<string[]>(known?.keywords ?? []);
  return (
    <BranchForm
      of={of}
      above={above}
      onCancel={onClose}
      onSave={async ({ code, version, ...said }) => {
        await read(
          api.PUT("/api/administrator/matters/{id}", {
            params: { path: { id: code }, header: ifMatch(version) },
            body: { ...said, urgency, keywords },
          }),
        );
        await done(w.saved, "matters");
        onClose();
      }}
    >
      <Field label={w.urgency} help={w.urgencyHelp}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            allowClear
            value={urgency}
            onChange={(chosen: Level | undefined) => setUrgency(chosen ?? null)}
            options={Object.entries(level).map(([value, label]) => ({ value: value as Level, label }))}
          />
        )}
      </Field>
      <Field label={w.keywords} help={w.keywordsHelp}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[" ", ",", "，", "、"]}
            value={keywords}
            onChange={setKeywords}
          />
        )}
      </Field>
    </BranchForm>
  );
}
