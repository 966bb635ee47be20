import { useState } from "react";
import type { AttributeFormat, ContactAttribute } from "../../api/types";
import { t } from "../../i18n";
import { useForm } from "../../shell/useForm";
import { Button, Callout, Checkbox, Dialog, Select, TextField } from "../../ui";
import { addAttribute, changeAttribute } from "../attributes";

const formats: readonly AttributeFormat[] = ["text", "number", "date", "email", "phone", "url", "choice", "yesNo", "language"];

/** "Niveau de fidélité" becomes "niveau_de_fidelite": what an administrator would have typed. */
const aliasOf = (name: string) => name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 60);

/** Makes an attribute of one's own, or changes one. */
export function AttributeDialog({ attribute, onClose }: { attribute: ContactAttribute | null; onClose: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState({
    name: attribute?.name ?? "", alias: attribute?.alias ?? "", format: attribute?.format ?? ("text" as AttributeFormat), choices: (attribute?.choices ?? []).join("\n"),
    managedByCrm: attribute?.managedByCrm ?? false, isLookup: attribute?.isLookup ?? false, agentsMayEdit: attribute?.agentsMayEdit ?? true, isPersonal: attribute?.isPersonal ?? false,
  });
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const alias = form.alias || aliasOf(form.name);
  const { isPending, error, submit } = useForm(async () => {
    const settings = {
      name: form.name, choices: form.choices.split("\n").map((one) => one.trim()).filter(Boolean),
      managedByCrm: form.managedByCrm, isLookup: form.isLookup, agentsMayEdit: form.agentsMayEdit && !form.managedByCrm, isPersonal: form.isPersonal,
    };
    await (attribute ? changeAttribute(attribute.alias, settings) : addAttribute({ ...settings, alias, format: form.format }, key));
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={attribute ? t("contactSettings.edit", { name: form.name }) : t("contactSettings.attribute.add")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="attribute" isPending={isPending}>{t(attribute ? "contactSettings.save" : "contactSettings.attribute.create")}</Button>
    </>}>
      <form id="attribute" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("contactSettings.name")} placeholder={t("contactSettings.attribute.example")} value={form.name} onChange={(name) => set({ name })} isRequired autoFocus maxLength={80} autoComplete="off" />
        {!attribute && <>
          <TextField label={t("contactSettings.alias")} hint={t("contactSettings.alias.hint")} placeholder={alias} value={form.alias} onChange={(next) => set({ alias: next })} maxLength={60} autoComplete="off" />
          <Select label={t("contactSettings.format")} hint={t("contactSettings.format.hint")} choices={formats.map((id) => ({ id, label: t(`contactSettings.format.${id}`) }))} value={form.format} onChange={(format) => set({ format })} />
        </>}
        {form.format === "choice" && <TextField label={t("contactSettings.choices")} hint={t("contactSettings.choices.hint")} value={form.choices} onChange={(choices) => set({ choices })} multiline rows={4} isRequired />}
        <Checkbox label={t("contactSettings.agentsMayEdit")} isOn={form.agentsMayEdit && !form.managedByCrm} isDisabled={form.managedByCrm} onChange={(agentsMayEdit) => set({ agentsMayEdit })} />
        <Checkbox label={t("contactSettings.crm")} hint={t("contactSettings.crm.hint")} isOn={form.managedByCrm} onChange={(managedByCrm) => set({ managedByCrm })} />
        <Checkbox label={t("contactSettings.lookup")} hint={t("contactSettings.lookup.hint")} isOn={form.isLookup} onChange={(isLookup) => set({ isLookup })} />
        <Checkbox label={t("contactSettings.personal")} hint={t("contactSettings.personal.hint")} isOn={form.isPersonal} onChange={(isPersonal) => set({ isPersonal })} />
      </form>
    </Dialog>
  );
}
