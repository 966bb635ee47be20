import { useEffect, useState } from "react";
import { api, ApiError, errorText } from "../api/client";
import type { Link } from "../api/types";
import { currentLanguage, speak, t } from "../i18n";
import type { PageProps } from "../shell/page";
import { navigate } from "../shell/router";
import { enter } from "../shell/session";
import { Button, Callout, TextField } from "../ui";
import { PasswordField, shortestPassword } from "./PasswordField";
import { Threshold } from "./Threshold";
import { useForm } from "../shell/useForm";

/** What the server said of a link; kept outside the page, which is drawn anew when the language changes. */
const opened = new Map<string, Promise<Link>>();
const open = (token: string) => opened.get(token) ?? opened.set(token, askFor(token)).get(token)!;

async function askFor(token: string) {
  const link = await api.get(`/links/${encodeURIComponent(token)}`);
  await speak(link.language);
  return link;
}

/** Where an invitation or a new password begins: the link an administrator handed over. */
export default function LinkPage({ params }: PageProps) {
  const token = params.token!;
  const [link, setLink] = useState<Link | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  useEffect(() => {
    open(token).then(setLink, setRefusal);
  }, [token]);

  if (refusal) return <Refused refusal={refusal} />;
  return link && <Accept token={token} link={link} />;
}

function Refused({ refusal }: { refusal: unknown }) {
  const isGone = refusal instanceof ApiError && refusal.status === 410;
  return (
    <Threshold title={t(isGone ? "signIn.link.gone" : "signIn.link.failed")} lead={isGone ? t("signIn.link.gone.text") : errorText(refusal)}>
      <Button wide size="lg" onPress={() => navigate("/sign-in", { replace: true })}>{t("signIn.link.toSignIn")}</Button>
    </Threshold>
  );
}

function Accept({ token, link }: { token: string; link: Link }) {
  const isInvitation = link.purpose === "invitation";
  const [name, setName] = useState(link.name);
  const [password, setPassword] = useState("");
  const { isPending, error, submit } = useForm(async () => {
    const who = isInvitation ? { name, language: currentLanguage() } : {};
    await enter(await api.put(`/links/${encodeURIComponent(token)}`, { password, ...who }));
    // The used token leaves the browser's history.
    navigate("/inbox", { replace: true });
  });

  return (
    <Threshold
      title={isInvitation ? t("signIn.invitation.title", { organisation: link.organisation }) : t("signIn.reset.title")}
      lead={isInvitation ? t("signIn.invitation.lead") : t("signIn.reset.lead", { email: link.email })}
    >
      <form className="threshold-form" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        {isInvitation && <TextField label={t("signIn.name")} autoComplete="name" value={name} onChange={setName} isRequired maxLength={120} />}
        <TextField label={t("signIn.email")} type="email" autoComplete="username" value={link.email} isReadOnly isDisabled />
        <PasswordField
          label={t("signIn.password.new")} hint={t("signIn.password.hint", { count: shortestPassword })}
          autoComplete="new-password" value={password} onChange={setPassword} autoFocus
        />
        <Button type="submit" variant="primary" size="lg" wide isPending={isPending}>{t(isInvitation ? "signIn.invitation.action" : "signIn.reset.action")}</Button>
      </form>
    </Threshold>
  );
}
