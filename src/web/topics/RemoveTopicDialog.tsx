import { useEffect, useState } from "react";
import type { Topic } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Select } from "../ui";
import { byPath, changeTopic, removeTopic, useOf } from "./topics";

const nothing = "nothing";

/** Before a topic goes: how much it is used, and whether another takes its place. */
export function RemoveTopicDialog({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const [use, setUse] = useState<{ conversations: number; parts: number } | null>(null);
  const [into, setInto] = useState(nothing);
  const others = byPath(useStore(directory, (state) => state.topics)).filter((one) => one.active && one.id !== topic.id);
  useEffect(() => void useOf(topic.id).then(setUse, () => {}), [topic.id]);
  const { isPending, error, submit } = useForm(async () => {
    await removeTopic(topic.id, into === nothing ? null : into);
    onClose();
  });
  const archive = useForm(async () => {
    await changeTopic(topic.id, { active: false });
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} title={t("topics.remove.title", { name: topic.name })} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      {topic.active && <Button isPending={archive.isPending} onPress={() => archive.submit()}>{t("topics.archive")}</Button>}
      <Button variant="danger" isPending={isPending} isDisabled={!use} onPress={() => submit()}>{t(into === nothing ? "topics.remove.action" : "topics.merge.action")}</Button>
    </>}>
      <div className="form-stack">
        {(error ?? archive.error) && <Callout tone="bad">{error ?? archive.error}</Callout>}
        <p>{use ? t("topics.remove.use", { count: use.conversations }) : "…"} {use && use.parts > 0 && t("topics.remove.parts", { count: use.parts })}</p>
        <p>{t("topics.remove.text")}</p>
        <Select label={t("topics.merge")} choices={[{ id: nothing, label: t("topics.merge.nothing") }, ...others.map((one) => ({ id: one.id, label: one.path }))]} value={into} onChange={setInto} />
      </div>
    </Dialog>
  );
}
