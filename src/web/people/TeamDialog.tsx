import { useState } from "react";
import type { Team } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, TextField } from "../ui";
import { addTeam, byName, changeTeam } from "./colleagues";
import { PickMany } from "./PickMany";

/** Makes a team, or changes its name and members. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const members = byName(useStore(directory, (state) => state.members)).filter((one) => one.status !== "disabled" || team?.memberIds.includes(one.id));
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(team?.name ?? "");
  const [memberIds, setMemberIds] = useState(team?.memberIds ?? []);
  const { isPending, error, submit } = useForm(async () => {
    await (team ? changeTeam(team.id, { name, memberIds }) : addTeam({ name, memberIds }, key));
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={team ? t("people.edit", { name: team.name }) : t("people.team.add")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="team" isPending={isPending}>{t(team ? "people.save" : "people.team.create")}</Button>
    </>}>
      <form id="team" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("people.team.name")} placeholder={t("people.team.name.example")} value={name} onChange={setName} isRequired autoFocus maxLength={80} autoComplete="off" />
        <PickMany
          label={t("people.members")} none={t("people.members.alone")} picked={memberIds} onChange={setMemberIds}
          choices={members.map((one) => ({ id: one.id, label: one.name, hint: one.email }))}
        />
      </form>
    </Dialog>
  );
}
