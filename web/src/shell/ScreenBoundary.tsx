/** A screen that broke says so in words, and the rest goes on. */
import { Button, Result } from "antd";
import { Component, type ReactNode } from "react";
import { currentSettings } from "./settings";
import { shellWords } from "./words";

export class ScreenBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const w = shellWords[currentSettings().language];
    return (
      <Result
        status="error"
        title={w.broken}
        subTitle={w.brokenHelp}
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            {w.reload}
          </Button>
        }
      />
    );
  }
}
