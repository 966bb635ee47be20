import { useState } from "react";
import type { CommentRule, ResolveReason } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Select, TextField } from "../ui";
import { addReason, changeReason, type ReasonForm } from "./reasons";

const rules: readonly CommentRule[] = ["off", "optional", "required"];

/** Makes a reason, or changes how it is called and whether it takes a comment. */
export function ReasonDialog({ reason, onClose }: { reason: ResolveReason | null; onClose: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState<ReasonForm>({ name: reason?.name ?? "", comment: reason?.comment ?? "off" });
  const { isPending, error, submit } = useForm(async () => {
    await (reason ? changeReason(reason.id, form) : addReason(form, key));
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={reason ? t("resolveReasons.edit", { name: reason.name }) : t("resolveReasons.add")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="resolve-reason" isPending={isPending}>{t(reason ? "resolveReasons.save" : "resolveReasons.create")}</Button>
    </>}>
      <form id="resolve-reason" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("resolveReasons.name")} placeholder={t("resolveReasons.name.example")} value={form.name} onChange={(name) => setForm({ ...form, name })} isRequired autoFocus maxLength={80} autoComplete="off" />
        <Select<CommentRule> label={t("resolveReasons.rule")} value={form.comment} onChange={(comment) => setForm({ ...form, comment })} choices={rules.map((id) => ({ id, label: t(`resolveReasons.rule.${id}`) }))} />
      </form>
    </Dialog>
  );
}
