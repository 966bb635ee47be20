import { useState } from "react";
import { api } from "../api/client";
import { t } from "../i18n";
import { enter } from "../shell/session";
import { Button, Callout, TextField } from "../ui";
import { PasswordField } from "./PasswordField";
import { Threshold } from "./Threshold";
import { useForm } from "../shell/useForm";

/** Where everybody comes in. */
export default function SignIn() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { isPending, error, submit } = useForm(async () => enter(await api.post("/session", { email, password })));

  return (
    <Threshold title={t("signIn.title")} lead={t("signIn.lead")}>
      <form className="threshold-form" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("signIn.email")} type="email" autoComplete="username" value={email} onChange={setEmail} isRequired autoFocus />
        <PasswordField label={t("signIn.password")} autoComplete="current-password" value={password} onChange={setPassword} />
        <Button type="submit" variant="primary" size="lg" wide isPending={isPending}>{t("signIn.action")}</Button>
      </form>
      <p className="threshold-note">{t("signIn.forgotten")}</p>
    </Threshold>
  );
}
