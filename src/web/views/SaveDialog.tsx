import { useState } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useMay } from "../shell/session";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Select, TextField, toast } from "../ui";
import { addView } from "./views";

/** Gives the queue as it is shown a name, for oneself or for a team. */
export default function SaveDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const [name, setName] = useState("");
  const [teamId, setTeam] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  const teams = useStore(directory, (state) => state.teams);
  const maySupervise = useMay()("supervise");
  const { isPending, error, submit } = useForm(async () => {
    await addView({ name, query, teamId: teamId || null }, key);
    toast(t("views.saved", { name }), { tone: "good" });
    onClose();
  });
  return (
    <Dialog isOpen onClose={onClose} size="sm" title={t("views.save.title")} lead={t("views.save.lead")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" isDisabled={!name.trim()} isPending={isPending} onPress={() => submit()}>{t("views.save.action")}</Button>
    </>}>
      <form className="view-form" onSubmit={(event) => (event.preventDefault(), name.trim() && submit())}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("views.name")} value={name} onChange={setName} maxLength={60} autoFocus />
        {maySupervise && (
          <Select
            label={t("views.for")} value={teamId} onChange={setTeam}
            choices={[{ id: "", label: t("views.for.me") }, ...Object.values(teams).map((team) => ({ id: team.id, label: t("views.for.team", { name: team.name }) }))]}
          />
        )}
      </form>
    </Dialog>
  );
}
