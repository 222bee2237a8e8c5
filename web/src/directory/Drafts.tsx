/** 草案和版本: every draft, where it stands, and who has the next step. */
import { DownloadOutlined, PlusOutlined, UploadOutlined } from "@ant-design/icons";
import { App, Button, Input, Upload } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useDone } from "../administrator/lists";
import { api, read, refused } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { useMe } from "../me/me";
import { Head, Reading } from "../shell/Reading";
import { Rows } from "../shell/Rows";
import { Field, SheetDrawer, SheetForm } from "../shell/SheetForm";
import { bilingual, useWords } from "../words";
import { draftStates, draftSteps } from "../words/duties";
import { Time } from "../words/Time";
import { Draft } from "./Draft";
import { useDrafts, type DraftLine, type DraftPage } from "./drafts";
import { VersionPicker } from "./VersionPicker";

const words = bilingual(
  {
    title: "草案和版本",
    lead: "目录的修订先成草案，由起草、审核、批准三个不同的人经手，批准后发布为新版本。",
    begin: "新建草案",
    name: "草案名称",
    nameHelp: "写明为什么修订，如“路灯移交后的职责调整”。",
    begun: "草案已建好；到“管理—派单目录”修订条目，或导入表格。",
    what: "草案不影响正在派的工单。",
    import: "导入 Excel",
    imported: (n: number) => `已起草 ${n} 处改动`,
    export: "导出 Excel",
    state: "状态",
    changes: "改动",
    changesOf: (n: number) => `${n} 条`,
    last: "最近办理",
    published: (n: number) => `第 ${n} 版`,
    acts: "操作",
    open: "查看",
    none: "还没有草案。",
    draft: (id: string) => `草案 ${id}`,
  },
  {
    title: "Drafts and versions",
    lead: "A change of the directory begins as a draft. Three people have a hand in it: one drafts, one reviews, one approves; then it is the next version.",
    begin: "Begin a draft",
    name: "What the draft is for",
    nameHelp: "Say why, such as “Street lamps handed over”.",
    begun: "Begun. Revise entries under Administer, Directory, or import a sheet.",
    what: "A draft does not touch orders in hand.",
    import: "Import Excel",
    imported: (n: number) => `${n} changes drafted`,
    export: "Export Excel",
    state: "State",
    changes: "Changes",
    changesOf: (n: number) => `${n} entries`,
    last: "Last step",
    published: (n: number) => `version ${n}`,
    acts: "Actions",
    open: "Open",
    none: "There are no drafts yet.",
    draft: (id: string) => `Draft ${id}`,
  },
);

export default function Drafts() {
  const w = useWords(words);
  const { role } = useMe();
  const drafts = useDrafts();
  const done = useDone();
  const say = useProblemWords();
  const { message } = App.useApp();
  const [beginning, setBeginning] = useState(false);
  const [version, setVersion] = useState("");
  const [search, setSearch] = useSearchParams();
  const open = search.get("draft");
  const show = (id: string | null) => setSearch(id ? { draft: id } : {}, { replace: true });
  const drafting = role === "administrator";

  async function bringIn(file: File) {
    try {
      const response = await fetch("/api/directory/sheets", { method: "POST", body: file });
      const body: unknown = await response.json();
      if (!response.ok) throw refused(body, response);
      const { draft } = body as DraftPage;
      await done(w.imported(draft.changes.length), "drafts");
      show(draft.id);
    } catch (error) {
      void message.error(say(error), 10);
    }
  }
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <VersionPicker value={version} onChange={setVersion} />
        <Button
          icon={<DownloadOutlined />}
          href={`/api/directory/sheet${version ? `?version=${version}` : ""}`}
          download
        >
          {w.export}
        </Button>
        {drafting && (
          <>
            <Upload
              accept=".xlsx"
              showUploadList={false}
              beforeUpload={(file) => {
                void bringIn(file);
                return false;
              }}
            >
              <Button icon={<UploadOutlined />}>{w.import}</Button>
            </Upload>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setBeginning(true)}>
              {w.begin}
            </Button>
          </>
        )}
      </Head>
      <Reading of={drafts}>{(all) => <List all={all} onOpen={show} />}</Reading>
      <SheetDrawer open={beginning} title={w.begin} onClose={() => setBeginning(false)}>
        <Begin
          onClose={() => setBeginning(false)}
          onBegun={async (id) => {
            await done(w.begun, "drafts");
            setBeginning(false);
            show(id);
          }}
        />
      </SheetDrawer>
      <SheetDrawer
        open={open !== null}
        size={760}
        title={open ? w.draft(open) : ""}
        onClose={() => show(null)}
      >
        {open && <Draft id={open} />}
      </SheetDrawer>
    </>
  );
}

function List({ all, onOpen }: { all: DraftLine[]; onOpen: (id: string) => void }) {
  const w = useWords(words);
  const states = useWords(draftStates);
  const steps = useWords(draftSteps);
  return (
    <Rows
      label={w.title}
      rows={all}
      keyOf={({ id }) => id}
      dim={({ state }) => state === "discarded"}
      empty={w.none}
      cells={[
        {
          key: "name",
          title: w.name,
          as: "main",
          cell: ({ id, title }) => (
            <>
              {title} <small className="quiet number">{id}</small>
            </>
          ),
        },
        {
          key: "state",
          title: w.state,
          cell: ({ state, published_as: as }) => (
            <>
              <span className={`badge ${state === "published" ? "good" : "accent"}`}>{states[state]}</span>{" "}
              {as != null && <small className="quiet">{w.published(as)}</small>}
            </>
          ),
        },
        { key: "changes", title: w.changes, cell: ({ changes }) => w.changesOf(changes) },
        {
          key: "last",
          title: w.last,
          cell: ({ last }) =>
            last && (
              <small>
                {last.by} {steps[last.step]} <Time at={last.at} show="both" />
              </small>
            ),
        },
        {
          key: "acts",
          title: w.acts,
          as: "acts",
          cell: ({ id }) => (
            <Button type="text" onClick={() => onOpen(id)}>
              {w.open}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Begin({ onClose, onBegun }: { onClose: () => void; onBegun: (id: string) => Promise<void> }) {
  const w = useWords(words);
  const [title, setTitle] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <SheetForm
      what={w.what}
      complete={!!title.trim()}
      onTried={() => setTried(true)}
      onCancel={onClose}
      onSave={async () => {
        const page = await read(api.POST("/api/directory/drafts", { body: { title } }));
        await onBegun(page.draft.id);
      }}
    >
      <Field label={w.name} help={w.nameHelp} missing={tried && !title.trim()}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            autoFocus
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
    </SheetForm>
  );
}
