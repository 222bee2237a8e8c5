/** Somebody new, or somebody changed. A new password is drawn here and shown once. */
import { Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { api, read } from "../../api/client";
import type { StaffRole } from "../../api/types";
import { UnitPicker } from "../../city/Pickers";
import { Field, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { roles } from "../../words/codes";
import { BasisField } from "../BasisField";
import { Secret } from "../Secret";
import { useDone, type Someone } from "../lists";
import { firstPassword } from "./password";

const words = bilingual(
  {
    login: "账号",
    loginHelp: "1 至 64 位字母、数字、点、连字符；登录用，不能更改。",
    name: "姓名",
    role: "岗位",
    roleHelp: "一人一岗；各岗位能做什么，见“岗位权限”。",
    unit: "单位",
    email: "邮箱（可不填）",
    emailHelp: "派单、催办、督办通知发到这里。",
    badEmail: "邮箱格式不对。",
    outsourced: "外包人员（看不到诉求人姓名和电话，权限更小）",
    renew: "重设密码，并显示一次新密码",
    add: "新增",
    whatNew: "平台生成初始密码，只显示一次。首次登录后应在“我的账号”中修改。",
    whatMoved: "改岗位、单位或密码后，此人须重新登录。",
    saved: "已保存。",
    password: (name: string) => `${name}的密码（只显示这一次）`,
    tell: "请当面或用电话告诉本人，不要用短信、群聊发送；请本人登录后立即修改。",
  },
  {
    login: "Log-in",
    loginHelp: "1 to 64 letters, digits, dots and hyphens; it cannot be changed.",
    name: "Name",
    role: "Role",
    roleHelp: "One person, one role. What each may do is under “Roles”.",
    unit: "Unit",
    email: "Mail address (may be left empty)",
    emailHelp: "Where notices go.",
    badEmail: "It is no mail address.",
    outsourced: "Employed by a contractor (sees no names and telephone numbers of citizens, may do less)",
    renew: "Set a new password, shown once",
    add: "Add",
    whatNew: "A first password is drawn and shown once. It is to be changed under “My account” after the first log-in.",
    whatMoved: "After another role, unit or password they log in anew.",
    saved: "Saved.",
    password: (name: string) => `The password of ${name}, shown this once`,
    tell: "Tell it in person or by telephone, never in a message; it is to be changed at once.",
  },
);

export function PersonForm({ person, onClose }: { person: Someone | null; onClose: () => void }) {
  const w = useWords(words);
  const role = useWords(roles);
  const done = useDone();
  const [login, setLogin] = useState(person?.login ?? "");
  const [name, setName] = useState(person?.name ?? "");
  const [of, setOf] = useState<StaffRole | null>((person?.role as StaffRole | undefined) ?? null);
  const [unit, setUnit] = useState<string | null>(person?.unit ?? null);
  const [email, setEmail] = useState(person?.email ?? "");
  const [outsourced, setOutsourced] = useState(person?.outsourced ?? false);
  const [basis, setBasis] = useState("");
  const [renew, setRenew] = useState(person === null);
  const [tried, setTried] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const badEmail = email !== "" && !/^\S+@\S+$/.test(email);

  async function save() {
    if (!of || !unit) return;
    const password = renew ? firstPassword() : null;
    await read(
      api.PUT("/api/administrator/people/{login}", {
        params: { path: { login: login.trim() } },
        body: { name, role: of, unit, email, outsourced, active: person?.active ?? true, password, basis },
      }),
    );
    await done(w.saved, "people", "sessions");
    if (password) setSecret(password);
    else onClose();
  }
  if (secret) return <Secret title={w.password(name)} secret={secret} help={w.tell} onKept={onClose} />;
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={!!login.trim() && !!name.trim() && !!of && !!unit && !badEmail && !!basis.trim()}
      onTried={() => setTried(true)}
      {...(person ? {} : { save: w.add })}
      what={person ? w.whatMoved : w.whatNew}
    >
      {!person && (
        <Field label={w.login} help={w.loginHelp} missing={tried && !login.trim()}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              autoComplete="off"
              maxLength={64}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={w.name} missing={tried && !name.trim()}>
        {({ id }) => (
          <Input id={id} maxLength={64} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={w.role} help={w.roleHelp} missing={tried && !of}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            value={of}
            onChange={setOf}
            options={Object.entries(role)
              .filter(([code]) => code !== "citizen" && code !== "system")
              .map(([value, label]) => ({ value: value as StaffRole, label }))}
          />
        )}
      </Field>
      <Field label={w.unit} missing={tried && !unit}>
        {({ id }) => <UnitPicker id={id} value={unit} onChange={setUnit} />}
      </Field>
      <Field label={w.email} help={badEmail && tried ? w.badEmail : w.emailHelp}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            type="email"
            status={badEmail && tried ? "error" : ""}
            value={email}
            onChange={(event) => setEmail(event.target.value.trim())}
          />
        )}
      </Field>
      <Checkbox checked={outsourced} onChange={(event) => setOutsourced(event.target.checked)}>
        {w.outsourced}
      </Checkbox>
      {person && (
        <Checkbox checked={renew} onChange={(event) => setRenew(event.target.checked)}>
          {w.renew}
        </Checkbox>
      )}
      <BasisField value={basis} onChange={setBasis} missing={tried} />
    </SheetForm>
  );
}
