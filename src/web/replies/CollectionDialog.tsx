import { useState } from "react";
import type { ReplyCollection } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { PickMany } from "../people/PickMany";
import { directory } from "../shell/directory";
import { useMay } from "../shell/session";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, TextField } from "../ui";
import { RadioCards } from "../ui/RadioCards";
import { addCollection, changeCollection } from "./replies";

type Kind = "shared" | "personal";

interface Props { collection: ReplyCollection | null; isPersonal: boolean; onClose: () => void }

/** Makes a collection, renames it, or says who sees it. What a member left behind is taken over by sharing it. */
export function CollectionDialog({ collection, isPersonal, onClose }: Props) {
  const mayShare = useMay()("manageSettings");
  const teams = byName(useStore(directory, (state) => state.teams));
  const channels = byName(useStore(directory, (state) => state.channels));
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(collection?.name ?? "");
  const [kind, setKind] = useState<Kind>((collection ? collection.ownerId && !collection.offeredUntil : isPersonal) ? "personal" : "shared");
  const [teamIds, setTeamIds] = useState(collection?.teamIds ?? []);
  const [channelIds, setChannelIds] = useState(collection?.channelIds ?? []);
  const { isPending, error, submit } = useForm(async () => {
    const form = { name, personal: kind === "personal", teamIds: teamIds.filter((id) => teams.some((one) => one.id === id)), channelIds: channelIds.filter((id) => channels.some((one) => one.id === id)) };
    await (collection ? changeCollection(collection.id, form) : addCollection(form, key));
    onClose();
  });
  const choices = (["shared", "personal"] as const).map((id) => ({ id, title: t(`replies.kind.${id}`), text: t(`replies.kind.${id}.text`) }));

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={collection ? t("replies.edit", { name: collection.name }) : t("replies.collection.create")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="collection" isPending={isPending}>{t(collection?.offeredUntil ? "replies.takeOver" : "replies.save")}</Button>
    </>}>
      <form id="collection" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("replies.collection.name")} placeholder={t("replies.collection.name.example")} value={name} onChange={setName} isRequired autoFocus maxLength={80} autoComplete="off" />
        {mayShare && !isPersonal && !collection && <RadioCards<Kind> label={t("replies.kind")} choices={choices} value={kind} onChange={setKind} />}
        {mayShare && kind === "shared" && <>
          <PickMany label={t("replies.teams")} none={t("replies.teams.none")} picked={teamIds} onChange={setTeamIds} choices={teams.map((one) => ({ id: one.id, label: one.name }))} />
          <PickMany label={t("replies.channels")} none={t("replies.channels.none")} picked={channelIds} onChange={setChannelIds} choices={channels.map((one) => ({ id: one.id, label: one.name }))} />
          {teamIds.length + channelIds.length === 0 && <p className="field-hint">{t("replies.draft")}</p>}
        </>}
      </form>
    </Dialog>
  );
}
