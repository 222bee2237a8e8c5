/** What was not sent: seen, sent again, or dropped. */
import { Alert, Button, Empty, Popconfirm } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { problemInWords } from "../api/problems";
import { drop, sendKept, useUnsent, type Outgoing } from "../api/send";
import { useCity } from "../city/city";
import { useMe } from "../me/me";
import { bilingual, useWords } from "../words";
import { Time } from "../words/Time";
import { useSettings } from "./settings";
import { useScreen } from "./useScreen";

const words = bilingual(
  {
    title: "待发送",
    help: "网络不通时提交的内容存在这台设备上，恢复后按顺序自动发送，不会重复。",
    none: "没有待发送的内容",
    noneHelp: "网络不通时提交的内容会出现在这里。",
    sendAll: "现在发送",
    again: "重新发送",
    sendAnyway: "看过变化了，仍要提交",
    drop: "删除",
    dropSure: "删除后，这次填写的内容就没有了。",
    yes: "删除",
    no: "保留",
    others: "其他账号写的，登录该账号后发送",
    see: "查看工单",
  },
  {
    title: "Not sent yet",
    help: "What you submit without a network is kept on this device and sent in order when it is back, never twice.",
    none: "Everything is sent",
    noneHelp: "What you submit without a network appears here.",
    sendAll: "Send now",
    again: "Send again",
    sendAnyway: "I saw what changed: send it",
    drop: "Drop",
    dropSure: "What you wrote here will be gone.",
    yes: "Drop",
    no: "Keep",
    others: "Written by another log-in, which can send it",
    see: "See the order",
  },
);

export default function UnsentScreen() {
  const w = useWords(words);
  const unsent = useUnsent();
  const { login } = useMe();
  useScreen(w.title);
  return (
    <div className="sheet stack">
      <div className="row-between">
        <h1>{w.title}</h1>
        {unsent.length > 0 && (
          <Button type="primary" onClick={() => void sendKept(login)}>
            {w.sendAll}
          </Button>
        )}
      </div>
      <p className="quiet">{unsent.length ? w.help : w.noneHelp}</p>
      {unsent.length === 0 && <Empty description={w.none} />}
      <ul className="plain stack">
        {unsent.map((outgoing) => (
          <UnsentItem key={outgoing.id} outgoing={outgoing} mine={outgoing.login === login} />
        ))}
      </ul>
    </div>
  );
}

function UnsentItem({ outgoing, mine }: { outgoing: Outgoing; mine: boolean }) {
  const w = useWords(words);
  const { language } = useSettings();
  const city = useCity();
  const [busy, setBusy] = useState(false);
  return (
    <li className="block">
      <div className="row-between">
        <span>
          <strong>{outgoing.label}</strong> <Time at={outgoing.at} />
          <br />
          {outgoing.order && <Link to={`/orders/${outgoing.order}`}>{w.see}</Link>}
        </span>
        <span className="buttons">
          {mine && (
            <Button
              loading={busy}
              onClick={() => {
                setBusy(true);
                void sendKept(outgoing.login, outgoing.id).finally(() => setBusy(false));
              }}
            >
              {outgoing.problem?.code === "changed" ? w.sendAnyway : w.again}
            </Button>
          )}
          <Popconfirm
            title={w.dropSure}
            okText={w.yes}
            cancelText={w.no}
            onConfirm={() => void drop(outgoing.id)}
          >
            <Button danger>{w.drop}</Button>
          </Popconfirm>
        </span>
      </div>
      {outgoing.problem && (
        <Alert type="warning" showIcon title={problemInWords(language, outgoing.problem, city.unit)} />
      )}
      {!mine && <p className="quiet">{w.others}</p>}
    </li>
  );
}
