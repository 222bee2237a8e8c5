/** A password of one's own: at any time, or in place of the one that was given. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState, type FormEvent } from "react";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { useWords } from "../words";
import { logInWords } from "./words";

/** On a page of its own, for who may do nothing before. */
export function FirstPassword() {
  const w = useWords(logInWords);
  return (
    <main className="log-in">
      <div className="log-in-paper">
        <h1>{w.firstPassword}</h1>
        <p>{w.firstPasswordWhy}</p>
        <ChangePassword />
      </div>
    </main>
  );
}

/** The old one, the new one, and the new one again. */
export function ChangePassword({ onChanged }: { onChanged?: () => void }) {
  const w = useWords(logInWords);
  const say = useProblemWords();
  const queries = useQueryClient();
  const [old, setOld] = useState("");
  const [wanted, setWanted] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (wanted !== again) return setProblem(w.passwordsDiffer);
    try {
      await read(api.PUT("/api/me/password", { body: { old, new: wanted } }));
    } catch (error) {
      return setProblem(say(error));
    }
    setProblem(null);
    setOld("");
    setWanted("");
    setAgain("");
    onChanged?.();
    await queries.invalidateQueries({ queryKey: ["me"] });
  }
  return (
    <form className="stack narrow" onSubmit={(event) => void submit(event)}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Secret label={w.oldPassword} value={old} onChange={setOld} autoComplete="current-password" />
      <Secret label={w.newPassword} value={wanted} onChange={setWanted} autoComplete="new-password" />
      <p className="quiet">{w.passwordRule}</p>
      <Secret label={w.newPasswordAgain} value={again} onChange={setAgain} autoComplete="new-password" />
      <Button htmlType="submit" disabled={!old || !wanted}>
        {w.change}
      </Button>
    </form>
  );
}

function Secret(field: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: string;
}) {
  return (
    <label className="labelled">
      {field.label}
      <Input.Password
        value={field.value}
        onChange={(e) => field.onChange(e.target.value)}
        autoComplete={field.autoComplete}
      />
    </label>
  );
}
