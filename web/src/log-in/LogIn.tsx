/** Logging in; above the screens when a session ended under somebody's hands. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Modal, type InputRef } from "antd";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { api, read, Refused, sessionOpened } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { changeSettings, useSettings } from "../shell/settings";
import { useWords } from "../words";
import { logInWords } from "./words";

/** `over`: who was logged in when the session ended. */
export function LogIn({ over }: { over?: string }) {
  const w = useWords(logInWords);
  const { language } = useSettings();
  useEffect(() => {
    if (!over) document.title = w.title;
  }, [w, over]);
  if (over)
    return (
      <Modal open title={w.ended} footer={null} closable={false} mask={{ closable: false }} width={400}>
        <p>{w.endedHelp}</p>
        <LogInForm login={over} />
      </Modal>
    );
  return (
    <main className="log-in">
      <div className="log-in-paper">
        <h1>
          <span className="brand">民声</span> {w.welcome}
        </h1>
        <LogInForm />
        <p className="quiet small">{w.records}</p>
        <Button
          type="link"
          size="small"
          lang={language === "zh" ? "en" : "zh-CN"}
          onClick={() => changeSettings({ language: language === "zh" ? "en" : "zh" })}
        >
          {language === "zh" ? "English" : "中文"}
        </Button>
      </div>
    </main>
  );
}

function LogInForm({ login: fixed }: { login?: string }) {
  const w = useWords(logInWords);
  const say = useProblemWords();
  const queries = useQueryClient();
  const [login, setLogin] = useState(fixed ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const codeInput = useRef<InputRef>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!login.trim() || !password) return setProblem(w.needed);
    setBusy(true);
    setProblem(null);
    try {
      await read(
        api.POST("/api/sessions", { body: { login: login.trim(), password, code: code.trim() || null } }),
      );
      if (fixed && login.trim() !== fixed) return location.assign("/console/");
      sessionOpened();
      await queries.invalidateQueries();
    } catch (error) {
      if (error instanceof Refused && error.problem.code === "code_needed" && !codeNeeded) {
        setCodeNeeded(true);
        setTimeout(() => codeInput.current?.focus());
      } else setProblem(say(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="stack" noValidate>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <label className="labelled">
        {w.login}
        <Input
          value={login}
          onChange={(e) => setLogin(e.target.value)}
          autoComplete="username"
          name="login"
          autoFocus={!fixed}
          spellCheck={false}
        />
      </label>
      <label className="labelled">
        {w.password}
        <Input.Password
          value={password}
          onChange={(e) => setPassword(e.target.value)}
          autoComplete="current-password"
          name="password"
          autoFocus={!!fixed}
        />
      </label>
      {codeNeeded && (
        <label className="labelled">
          {w.code}
          <Input
            ref={codeInput}
            value={code}
            onChange={(e) => setCode(e.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            name="code"
            maxLength={6}
          />
          <span className="quiet small">{w.codeHelp}</span>
        </label>
      )}
      <Button type="primary" htmlType="submit" loading={busy} size="large" block>
        {w.go}
      </Button>
    </form>
  );
}
