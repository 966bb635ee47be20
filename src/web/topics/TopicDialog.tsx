import { useState } from "react";
import type { Topic } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Select, TextField } from "../ui";
import { addTopic, changeTopic, possibleParents } from "./topics";

const alone = "alone";

/** Makes a topic, or changes its name, description and place. */
export function TopicDialog({ topic, parentId: given, onClose }: { topic: Topic | null; parentId: string | null; onClose: () => void }) {
  const all = useStore(directory, (state) => state.topics);
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(topic?.name ?? "");
  const [description, setDescription] = useState(topic?.description ?? "");
  const [parentId, setParentId] = useState(given);
  const { isPending, error, submit } = useForm(async () => {
    await (topic ? changeTopic(topic.id, { name, description, parentId }) : addTopic({ name, description, parentId }, key));
    onClose();
  });
  const parents = possibleParents(topic, all).map((one) => ({ id: one.id, label: one.path }));

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={topic ? t("topics.edit", { name: topic.name }) : t("topics.add")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="topic" isPending={isPending}>{t(topic ? "topics.save" : "topics.create")}</Button>
    </>}>
      <form id="topic" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("topics.name")} placeholder={t("topics.name.example")} value={name} onChange={setName} isRequired autoFocus maxLength={80} autoComplete="off" />
        <TextField label={t("topics.description.optional")} hint={t("topics.description.hint")} value={description} onChange={setDescription} maxLength={500} multiline rows={2} />
        <Select label={t("topics.parent")} hint={t("topics.parent.hint")} choices={[{ id: alone, label: t("topics.parent.none") }, ...parents]} value={parentId ?? alone} onChange={(id) => setParentId(id === alone ? null : id)} />
      </form>
    </Dialog>
  );
}
