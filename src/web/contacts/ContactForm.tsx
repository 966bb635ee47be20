import { useState } from "react";
import { errorText } from "../api/client";
import type { ContactView } from "../api/types";
import { t } from "../i18n";
import { Button, TextField, toast } from "../ui";
import { changeContact } from "./changeContact";

/** Corrects how a contact is called. */
export default function ContactForm({ contact, onDone }: { contact: ContactView; onDone: () => void }) {
  const [name, setName] = useState(contact.name);
  const [isPending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    try {
      await changeContact(contact.id, { name: name.trim() });
      onDone();
    } catch (error) {
      toast(errorText(error), { tone: "bad" });
    } finally {
      setPending(false);
    }
  };
  return (
    <form className="contact-edit" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={t("contacts.name")} value={name} onChange={setName} hint={t("contacts.name.hint")} autoFocus maxLength={255} />
      <div className="contact-edit-foot">
        <Button variant="ghost" onPress={onDone}>{t("ui.cancel")}</Button>
        <Button variant="primary" type="submit" isPending={isPending}>{t("contacts.save")}</Button>
      </div>
    </form>
  );
}
