import { useState } from "react";
import { api } from "../api/client";
import type { ContactView, ConversationRow } from "../api/types";
import { t } from "../i18n";
import { fullDate } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, toast } from "../ui";
import { RadioCards } from "../ui/RadioCards";
import { openOthers } from "./others";
import { openPanel } from "./panels";
import { goTo } from "./place";

/** Puts what is open here into another conversation of the same customer. */
export default function MergeIntoDialog({ row, contact }: { row: ConversationRow; contact: ContactView }) {
  const channels = useStore(directory, (state) => state.channels);
  const others = openOthers(row, contact);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const into = others.find((one) => one.id === chosenId) ?? others[0];
  const close = () => openPanel(null);
  const { isPending, error, submit } = useForm(async () => {
    await api.post(`/conversations/${row.id}/merges`, { into: into!.id });
    close();
    goTo(into!.id);
    toast(t("conversations.merge.done", { number: String(row.number), into: String(into!.number) }), { tone: "good", action: { label: t("conversations.continue.back"), onAction: () => goTo(row.id) } });
  });
  return (
    <Dialog isOpen onClose={close} title={t("conversations.merge.title")} lead={t("conversations.merge.lead")} actions={<>
      <Button variant="ghost" onPress={close}>{t("ui.cancel")}</Button>
      <Button variant="primary" isPending={isPending} isDisabled={!into} onPress={() => submit()} autoFocus>{t("conversations.merge.confirm")}</Button>
    </>}>
      {error && <Callout tone="bad">{error}</Callout>}
      {into
        ? <RadioCards label={t("conversations.merge.into")} value={into.id} onChange={setChosenId} choices={others.map((one) => ({
            id: one.id,
            title: `${channels[one.channelId]?.name ?? "…"} · ${t("conversations.number", { number: String(one.number) })}`,
            text: t("conversations.merge.since", { state: t(`conversations.state.${one.state}.one`), at: fullDate(new Date(one.openedAt)) }),
          }))} />
        : <p>{t("conversations.merge.none", { name: row.contact.name })}</p>}
    </Dialog>
  );
}
