/** What is open beside a list; above it where there is no room beside. */
import { CloseOutlined, ExpandOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useRef, type ReactNode } from "react";
import { useKeys } from "../shell/keys";
import { useWords } from "../words";
import { orderWords } from "./words";

/** A list with a pane: `pane` is null while nothing is open. */
export function Split({ children, pane }: { children: ReactNode; pane: ReactNode }) {
  return (
    <div className={pane ? "split with-pane" : "split"}>
      <div>{children}</div>
      {pane}
    </div>
  );
}

export function Pane({
  label,
  href,
  onClose,
  children,
}: {
  label: string;
  href?: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const w = useWords(orderWords);
  const here = useRef<HTMLElement>(null);
  useKeys([{ keys: "Escape", does: w.keyClose, run: onClose }]);
  useEffect(() => {
    // Where the pane covers the list, the focus goes with it.
    if (window.matchMedia("(max-width: 1099px)").matches) here.current?.focus();
    here.current?.scrollTo({ top: 0 });
  }, [label]);
  return (
    <section className="pane" aria-label={label} tabIndex={-1} ref={here}>
      <div className="row-between" style={{ padding: "0.4rem 0.6rem 0" }}>
        <Button type="text" icon={<CloseOutlined aria-hidden />} onClick={onClose}>
          {w.close}
        </Button>
        {href && (
          <Button type="text" icon={<ExpandOutlined aria-hidden />} href={href} target="_blank">
            {w.openPage}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}
