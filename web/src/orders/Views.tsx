/** Saved views, the list's link, and taking orders out. */
import { LinkOutlined, StarOutlined } from "@ant-design/icons";
import { Alert, App, Button, Input, Popover } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useProblemWords } from "../api/useProblem";
import { useMe } from "../me/me";
import { useWords } from "../words";
import { Export } from "./Export";
import { fromSearch, intoSearch, type Filter } from "./filter";
import { useViews } from "./views";
import { orderWords } from "./words";

/** The list of all orders, as views of it are kept. */
const WORKPLACE = "orders";

const EXPORTING = ["shift_leader", "coordinator", "supervisor", "leader", "auditor"];

export function Views({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const w = useWords(orderWords);
  const { message } = App.useApp();
  const say = useProblemWords();
  const { kept, views, save, remove } = useViews(WORKPLACE);
  const wrong = save.error ?? remove.error ?? kept.error;
  const [name, setName] = useState("");
  const [search] = useSearchParams();
  const { role, outsourced } = useMe();
  return (
    <span className="buttons">
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <div className="stack" style={{ width: "17rem" }}>
            {kept.isSuccess && !views.length && <span className="quiet">{w.noViews}</span>}
            {wrong && <Alert type="error" showIcon title={say(wrong)} />}
            {views.map((view) => (
              <div key={view.name} className="row-between">
                <Button type="link" onClick={() => onChange(fromSearch(new URLSearchParams(view.query)))}>
                  {view.name}
                </Button>
                <Button type="text" size="small" onClick={() => remove.mutate(view.name)}>
                  {w.remove}
                </Button>
              </div>
            ))}
            <form
              className="buttons"
              onSubmit={(event) => {
                event.preventDefault();
                if (!name.trim()) return;
                const query = intoSearch(filter).toString();
                save.mutate({ name: name.trim(), query }, { onSuccess: () => setName("") });
              }}
            >
              <Input
                style={{ width: "11rem" }}
                value={name}
                onChange={(e) => setName(e.target.value)}
                placeholder={w.viewName}
                aria-label={w.viewName}
              />
              <Button htmlType="submit" disabled={!name.trim()} loading={save.isPending}>
                {w.save}
              </Button>
            </form>
          </div>
        }
      >
        <Button icon={<StarOutlined aria-hidden />}>{w.views}</Button>
      </Popover>
      <Button
        icon={<LinkOutlined aria-hidden />}
        onClick={() => {
          const link = new URL(location.href);
          link.search = intoSearch(fromSearch(search)).toString();
          void navigator.clipboard.writeText(link.href).then(() => message.success(w.linkCopied));
        }}
      >
        {w.copyLink}
      </Button>
      {EXPORTING.includes(role) && !outsourced && <Export filter={filter} role={role} />}
    </span>
  );
}
