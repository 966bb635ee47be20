import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { ContactView, Losses } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Skeleton, toast } from "../ui";
import { deleteContact, lossesOf } from "./deleting";
import { LossList } from "./LossList";
import "./privacy.css";

/** Before a contact goes for good: everything that goes with him. */
export default function DeleteContactDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const [losses, setLosses] = useState<Losses | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void lossesOf(contact.id).then(setLosses, (error: unknown) => setProblem(errorText(error))), [contact.id]);
  const { isPending, error, submit } = useForm(async () => {
    await deleteContact(contact.id);
    toast(t("privacy.delete.done"), { tone: "good" });
    onClose();
  });

  return (
    <Dialog isOpen isKeptOpen onClose={onClose} title={t("privacy.delete.title", { name: contact.name })} lead={t("privacy.delete.lead")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="danger" isDisabled={!losses} isPending={isPending} onPress={() => submit()}>{t("privacy.delete.action")}</Button>
    </>}>
      <div className="form-stack">
        {(error ?? problem) && <Callout tone="bad">{error ?? problem}</Callout>}
        {losses ? <LossList losses={losses} /> : <Skeleton height={96} />}
        <p>{t("privacy.delete.after")}</p>
      </div>
    </Dialog>
  );
}
