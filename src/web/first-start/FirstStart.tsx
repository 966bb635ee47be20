import { useEffect } from "react";
import { ApiError } from "../api/client";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { navigate } from "../shell/router";
import { findSession } from "../shell/session";
import { PasswordField, shortestPassword } from "../sign-in/PasswordField";
import { Threshold } from "../sign-in/Threshold";
import { useForm } from "../shell/useForm";
import { Button, Callout, CopyField, TextField } from "../ui";
import "./FirstStart.css";
import { setUp, story } from "./story";

const steps = ["organisation", "you", "done"] as const;

/** The first minutes of a house: its name, its first administrator, and the line that brings the first customer. */
export default function FirstStart() {
  const step = useStore(story, (state) => state.step);
  if (step === "organisation") return <OrganisationStep />;
  return step === "you" ? <YouStep /> : <DoneStep />;
}

function Steps({ current }: { current: (typeof steps)[number] }) {
  const at = steps.indexOf(current);
  return (
    <ol className="steps" aria-label={t("firstStart.steps")}>
      {steps.map((one, index) => (
        <li key={one} aria-current={one === current ? "step" : undefined} data-done={index < at || undefined}>
          <span className="visually-hidden">{t(`firstStart.step.${one}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function OrganisationStep() {
  const organisation = useStore(story, (state) => state.organisation);
  const { submit } = useForm(async () => story.set({ step: "you" }));
  return (
    <Threshold above={<Steps current="organisation" />} title={t("firstStart.organisation.title")} lead={t("firstStart.organisation.lead")}>
      <form className="threshold-form" onSubmit={submit}>
        <TextField
          label={t("firstStart.organisation.name")} hint={t("firstStart.organisation.hint")} autoComplete="organization"
          value={organisation} onChange={(value) => story.set({ organisation: value })} isRequired autoFocus maxLength={120}
        />
        <Button type="submit" variant="primary" size="lg" wide isDisabled={!organisation.trim()}>{t("firstStart.next")}</Button>
      </form>
    </Threshold>
  );
}

function YouStep() {
  const { name, email, password } = useStore(story, (state) => state);
  const { isPending, error, submit } = useForm(() => setUp().catch(leaveIfDone));
  return (
    <Threshold above={<Steps current="you" />} title={t("firstStart.you.title")} lead={t("firstStart.you.lead")}>
      <form className="threshold-form" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("signIn.name")} autoComplete="name" value={name} onChange={(value) => story.set({ name: value })} isRequired autoFocus maxLength={120} />
        <TextField label={t("signIn.email")} type="email" autoComplete="username" value={email} onChange={(value) => story.set({ email: value })} isRequired maxLength={254} />
        <PasswordField
          label={t("signIn.password")} hint={t("signIn.password.hint", { count: shortestPassword })} autoComplete="new-password"
          value={password} onChange={(value) => story.set({ password: value })}
        />
        <div className="steps-actions">
          <Button size="lg" variant="ghost" onPress={() => story.set({ step: "organisation" })}>{t("firstStart.back")}</Button>
          <Button type="submit" variant="primary" size="lg" wide isPending={isPending}>{t("firstStart.create")}</Button>
        </div>
      </form>
    </Threshold>
  );
}

/** Somebody else was faster: there is a house now, and this page has nothing left to do. */
async function leaveIfDone(error: unknown) {
  if (error instanceof ApiError && error.code === "setup.done") await findSession();
  throw error;
}

function DoneStep() {
  const messenger = useStore(story, (state) => state.messenger);
  const organisation = useStore(story, (state) => state.organisation);
  useEffect(() => {
    if (!messenger) navigate("/inbox", { replace: true });
  }, [messenger]);
  if (!messenger) return null;

  return (
    <Threshold wide above={<Steps current="done" />} title={t("firstStart.done.title", { organisation })} lead={t("firstStart.done.lead")}>
      <div className="threshold-form">
        <CopyField label={t("firstStart.done.snippet")} value={messenger.snippet} />
        <p className="field-hint">{t("firstStart.done.snippet.hint")}</p>
        <div className="first-try">
          <div>
            <strong>{t("firstStart.done.try")}</strong>
            <p>{t("firstStart.done.try.text")}</p>
          </div>
          <a className="button" data-variant="secondary" href={messenger.testPageUrl} target="_blank" rel="noreferrer">{t("firstStart.done.try.action")}</a>
        </div>
        <Button variant="primary" size="lg" wide onPress={() => navigate("/inbox", { replace: true })}>{t("firstStart.done.inbox")}</Button>
      </div>
    </Threshold>
  );
}
