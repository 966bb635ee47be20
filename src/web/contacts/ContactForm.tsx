import { useState } from "react";
import { errorText } from "../api/client";
import type { ContactView } from "../api/types";
import { t } from "../i18n";
import { Button, TextField, toast } from "../ui";
import { changeContact } from "./changeContact";

/** Corrects what we know of a contact. */
export default function ContactForm({ contact, onDone }: { contact: ContactView; onDone: () => void }) {
  const [form, setForm] = useState({ name: contact.name, email: contact.email ?? "", phone: contact.phone ?? "" });
  const [isPending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    try {
      await changeContact(contact.id, { name: form.name.trim(), email: form.email.trim() || null, phone: form.phone.trim() || null });
      onDone();
    } catch (error) {
      toast(errorText(error), { tone: "bad" });
    } finally {
      setPending(false);
    }
  };
  return (
    <form className="contact-edit" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={t("contacts.name")} value={form.name} onChange={(name) => setForm({ ...form, name })} isRequired autoFocus />
      <TextField label={t("contacts.email")} type="email" value={form.email} onChange={(email) => setForm({ ...form, email })} />
      <TextField label={t("contacts.phone")} type="tel" value={form.phone} onChange={(phone) => setForm({ ...form, phone })} />
      <div className="contact-edit-foot">
        <Button variant="ghost" onPress={onDone}>{t("ui.cancel")}</Button>
        <Button variant="primary" type="submit" isPending={isPending}>{t("contacts.save")}</Button>
      </div>
    </form>
  );
}
