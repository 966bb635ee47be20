import { useEffect, useState } from "react";
import type { Tag } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog } from "../ui";
import { changeTag, removeTag, useOf } from "./tags";

/** Before a tag goes: how much it is used, and that archiving keeps it where it is. */
export function RemoveTagDialog({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const [messages, setMessages] = useState<number | null>(null);
  useEffect(() => void useOf(tag.id).then((use) => setMessages(use.messages), () => {}), [tag.id]);
  const remove = useForm(async () => {
    await removeTag(tag.id);
    onClose();
  });
  const archive = useForm(async () => {
    await changeTag(tag.id, { active: false });
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} title={t("tags.remove.title", { name: tag.name })} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      {tag.active && <Button isPending={archive.isPending} onPress={() => archive.submit()}>{t("tags.archive")}</Button>}
      <Button variant="danger" isPending={remove.isPending} isDisabled={messages === null} onPress={() => remove.submit()}>{t("tags.remove.action")}</Button>
    </>}>
      <div className="form-stack">
        {(remove.error ?? archive.error) && <Callout tone="bad">{remove.error ?? archive.error}</Callout>}
        <p>{messages === null ? "…" : t("tags.remove.use", { count: messages })} {t("tags.remove.text")}</p>
      </div>
    </Dialog>
  );
}
