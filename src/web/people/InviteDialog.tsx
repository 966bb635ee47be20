import { useState } from "react";
import type { Handover, Member } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Select, TextField } from "../ui";
import { byName, invite, type Invitation } from "./colleagues";
import { HandOver } from "./LinkDialog";
import { PickMany } from "./PickMany";
import { RoleSelect } from "./RoleSelect";

/** Adds a colleague; ends with the link to hand over. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { organisation } = useSession();
  const teams = byName(useStore(directory, (state) => state.teams));
  const [key] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState<Invitation>({ name: "", email: "", role: "agent", teamIds: [], language: organisation.language });
  const [done, setDone] = useState<{ member: Member; link: Handover } | null>(null);
  const { isPending, error, submit } = useForm(async () => setDone(await invite(form, key)));
  const change = (changes: Partial<Invitation>) => setForm({ ...form, ...changes });
  if (done) return <HandOver member={done.member} link={done.link} onClose={onClose} />;

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={t("people.invite.title")} lead={t("people.invite.lead")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="invite" isPending={isPending}>{t("people.invite.action")}</Button>
    </>}>
      <form id="invite" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("people.name")} value={form.name} onChange={(name) => change({ name })} isRequired autoFocus maxLength={120} autoComplete="off" />
        <TextField label={t("signIn.email")} type="email" value={form.email} onChange={(email) => change({ email })} isRequired maxLength={254} autoComplete="off" />
        <div className="field-row">
          <RoleSelect value={form.role} onChange={(role) => change({ role })} />
          <Select label={t("people.language")} value={form.language} onChange={(language) => change({ language })} choices={[{ id: "fr", label: "Français" }, { id: "en", label: "English" }]} />
        </div>
        <PickMany label={t("people.teams")} none={t("people.teams.none")} choices={teams.map((team) => ({ id: team.id, label: team.name }))} picked={form.teamIds} onChange={(teamIds) => change({ teamIds })} />
      </form>
    </Dialog>
  );
}
