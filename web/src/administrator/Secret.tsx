/** Something secret that is shown once: it can be copied, and is gone when one has said so. */
import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useState } from "react";
import { bilingual, useWords } from "../words";

const words = bilingual(
  { copy: "复制", copied: "已复制", kept: "我已妥善保存" },
  { copy: "Copy", copied: "Copied", kept: "I have kept it safe" },
);

export function Secret({
  title,
  secret,
  help,
  onKept,
}: {
  title: string;
  secret: string;
  help: string;
  onKept: () => void;
}) {
  const w = useWords(words);
  const [copied, setCopied] = useState(false);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={title}
      description={
        <div className="stack">
          <code className="secret">{secret}</code>
          <span>{help}</span>
          <span className="buttons">
            <Button
              icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
              onClick={() => {
                // Where the browser does not let it be copied, it is marked by a click and copied by hand.
                navigator.clipboard?.writeText(secret).then(
                  () => setCopied(true),
                  () => setCopied(false),
                );
              }}
            >
              {copied ? w.copied : w.copy}
            </Button>
            <Button type="primary" onClick={onKept}>
              {w.kept}
            </Button>
          </span>
        </div>
      }
    />
  );
}
