import { useState } from "react";
import { api } from "../api/client";
import { t } from "../i18n";
import { changeMyself, useSession } from "../shell/session";
import { currentTheme, showTheme, type Theme } from "../shell/theme";
import { PasswordField, shortestPassword } from "../sign-in/PasswordField";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Select, Tabs, TextField, toast } from "../ui";
import "./people.css";

type Part = "profile" | "password";

/** Oneself: how one is called and shown, and what one signs in with. */
export default function ProfileDialog({ onClose }: { onClose: () => void }) {
  const { member } = useSession();
  const [part, setPart] = useState<Part>("profile");
  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={t("people.profile")} lead={member.email}>
      <Tabs<Part>
        label={t("people.profile")} selected={part} onSelect={setPart}
        pages={[
          { id: "profile", title: t("people.profile.about"), content: <AboutMe onClose={onClose} /> },
          { id: "password", title: t("signIn.password"), content: <NewPassword onClose={onClose} /> },
        ]}
      />
    </Dialog>
  );
}

function AboutMe({ onClose }: { onClose: () => void }) {
  const { member } = useSession();
  const [name, setName] = useState(member.name);
  const [shortCode, setShortCode] = useState(member.shortCode ?? "");
  const [language, setLanguage] = useState(member.language);
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const [defaultAvailability, setDefaultAvailability] = useState(member.defaultAvailability);
  const { isPending, error, submit } = useForm(async () => {
    await changeMyself({ name, shortCode, language, defaultAvailability });
    showTheme(theme);
    toast(t("people.saved"), { tone: "good" });
    onClose();
  });

  return (
    <form className="form-stack" onSubmit={submit}>
      {error && <Callout tone="bad">{error}</Callout>}
      <TextField label={t("people.name")} value={name} onChange={setName} isRequired maxLength={120} autoComplete="name" />
      <TextField label={t("people.shortCode")} hint={t("people.shortCode.hint")} value={shortCode} onChange={setShortCode} maxLength={8} autoComplete="off" />
      <Select
        label={t("people.defaultAvailability")} hint={t("people.defaultAvailability.hint")} value={defaultAvailability} onChange={setDefaultAvailability}
        choices={(["available", "away", "asBefore"] as const).map((id) => ({ id, label: t(`people.defaultAvailability.${id}`) }))}
      />
      <div className="field-row">
        <Select label={t("people.language")} value={language} onChange={setLanguage} choices={[{ id: "fr", label: "Français" }, { id: "en", label: "English" }]} />
        <Select<Theme> label={t("shell.theme")} value={theme} onChange={setTheme} choices={(["system", "light", "dark"] as const).map((id) => ({ id, label: t(`shell.theme.${id}`) }))} />
      </div>
      <Button type="submit" variant="primary" isPending={isPending}>{t("people.save")}</Button>
    </form>
  );
}

function NewPassword({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const { isPending, error, submit } = useForm(async () => {
    await api.put("/session/password", { current, password });
    toast(t("people.password.changed"), { tone: "good" });
    onClose();
  });

  return (
    <form className="form-stack" onSubmit={submit}>
      {error && <Callout tone="bad">{error}</Callout>}
      <PasswordField label={t("people.password.current")} autoComplete="current-password" value={current} onChange={setCurrent} />
      <PasswordField label={t("signIn.password.new")} hint={t("signIn.password.hint", { count: shortestPassword })} autoComplete="new-password" value={password} onChange={setPassword} />
      <p className="field-hint">{t("people.password.others")}</p>
      <Button type="submit" variant="primary" isPending={isPending}>{t("people.password.change")}</Button>
    </form>
  );
}
