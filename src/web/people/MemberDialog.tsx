import { useState } from "react";
import type { Member } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, TextField, toast } from "../ui";
import { byName, changeMember } from "./colleagues";
import { PickMany } from "./PickMany";
import { RoleSelect } from "./RoleSelect";

/** Changes a member's name, role and teams; lets him out, or back in. */
export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const teams = byName(useStore(directory, (state) => state.teams));
  const [{ name, role, teamIds }, setForm] = useState({ name: member.name, role: member.role, teamIds: member.teamIds });
  const save = useForm(async () => {
    await changeMember(member.id, { name, role, teamIds });
    toast(t("people.saved"), { tone: "good" });
    onClose();
  });
  const isOut = member.status === "disabled";
  const turn = useForm(async () => {
    await changeMember(member.id, { status: isOut ? "active" : "disabled" });
    toast(t(isOut ? "people.enabled" : "people.disabled", { name: member.name }), { tone: "good" });
    onClose();
  });
  const error = save.error ?? turn.error;

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={member.name} lead={member.email} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="member" isPending={save.isPending}>{t("people.save")}</Button>
    </>}>
      <form id="member" className="form-stack" onSubmit={save.submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("people.name")} value={name} onChange={(value) => setForm({ name: value, role, teamIds })} isRequired maxLength={120} />
        <RoleSelect value={role} onChange={(value) => setForm({ name, role: value, teamIds })} />
        {role !== member.role && <Callout>{t("people.role.signsOut", { name: member.name })}</Callout>}
        <PickMany label={t("people.teams")} none={t("people.teams.none")} choices={teams.map((team) => ({ id: team.id, label: team.name }))} picked={teamIds} onChange={(value) => setForm({ name, role, teamIds: value })} />
        <Callout tone={isOut ? "neutral" : "warn"} action={<Button size="sm" isPending={turn.isPending} onPress={() => turn.submit()}>{t(isOut ? "people.enable" : "people.disable")}</Button>}>
          {t(isOut ? "people.enable.text" : "people.disable.text")}
        </Callout>
      </form>
    </Dialog>
  );
}
