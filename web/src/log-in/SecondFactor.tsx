/** Setting up one-time codes, for who may do nothing without them. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState, type FormEvent } from "react";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { useWords } from "../words";
import { logInWords } from "./words";

/** On a page of its own. */
export function SecondFactor() {
  const w = useWords(logInWords);
  return (
    <main className="log-in">
      <div className="log-in-paper">
        <h1>{w.factorTitle}</h1>
        <p>{w.factorWhy}</p>
        <SetUpSecondFactor />
      </div>
    </main>
  );
}

/** The two steps: a secret for the authenticator, and a first code as proof. */
export function SetUpSecondFactor() {
  const w = useWords(logInWords);
  const say = useProblemWords();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<{ secret: string; url: string } | null>(null);
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  async function begin() {
    try {
      setBegun(await read(api.POST("/api/me/second-factor", { body: {} })));
    } catch (error) {
      setProblem(say(error));
    }
  }
  async function confirm(event: FormEvent) {
    event.preventDefault();
    try {
      const { confirmed } = await read(api.PUT("/api/me/second-factor", { body: { code: code.trim() } }));
      if (!confirmed) return setProblem(w.wrongCode);
      await queries.invalidateQueries({ queryKey: ["me"] });
    } catch (error) {
      setProblem(say(error));
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void confirm(event)}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {begun ? (
        <>
          <p>{w.factorAdd}</p>
          <p>
            {w.secret} <code className="secret">{begun.secret.replace(/(.{4})/g, "$1 ")}</code>
          </p>
          <a href={begun.url}>{w.openApp}</a>
          <label className="labelled">
            {w.code}
            <Input
              value={code}
              onChange={(e) => setCode(e.target.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              autoFocus
            />
          </label>
          <Button type="primary" htmlType="submit">
            {w.confirm}
          </Button>
        </>
      ) : (
        <Button type="primary" onClick={() => void begin()}>
          {w.factorStart}
        </Button>
      )}
    </form>
  );
}
