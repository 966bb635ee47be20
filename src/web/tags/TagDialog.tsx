import { useState } from "react";
import type { Tag } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, TextField } from "../ui";
import { addTag, changeTag } from "./tags";

/** Makes a tag, or changes its name and description. */
export function TagDialog({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(tag?.name ?? "");
  const [description, setDescription] = useState(tag?.description ?? "");
  const { isPending, error, submit } = useForm(async () => {
    await (tag ? changeTag(tag.id, { name, description }) : addTag({ name, description }, key));
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={tag ? t("tags.edit", { name: tag.name }) : t("tags.create")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="tag" isPending={isPending}>{t(tag ? "tags.save" : "tags.create.action")}</Button>
    </>}>
      <form id="tag" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("tags.name")} placeholder={t("tags.name.example")} value={name} onChange={setName} isRequired autoFocus maxLength={50} autoComplete="off" />
        <TextField label={t("tags.description.optional")} hint={t("tags.description.hint")} value={description} onChange={setDescription} maxLength={500} multiline rows={2} />
      </form>
    </Dialog>
  );
}
