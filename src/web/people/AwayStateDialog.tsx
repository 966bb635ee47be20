import { useState } from "react";
import type { AwayColour, AwayIcon, AwayState } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Checkbox, Dialog, Select, TextField } from "../ui";
import { awayColours, awayIcons, AwayMark } from "./AwayMark";
import { addAwayState, type AwayStateForm, changeAwayState } from "./awayStates";

const fresh: AwayStateForm = { name: "", icon: "pause", colour: "orange", isProductive: false };

/** Makes an away state, or changes how it is called and looks. */
export function AwayStateDialog({ state, onClose }: { state: AwayState | null; onClose: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState<AwayStateForm>(state ? { name: state.name, icon: state.icon, colour: state.colour, isProductive: state.isProductive } : fresh);
  const change = (part: Partial<AwayStateForm>) => setForm({ ...form, ...part });
  const { isPending, error, submit } = useForm(async () => {
    await (state ? changeAwayState(state.id, form) : addAwayState(form, key));
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={state ? t("people.away.edit", { name: state.name }) : t("people.away.add")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="away-state" isPending={isPending}>{t(state ? "people.save" : "people.away.create")}</Button>
    </>}>
      <form id="away-state" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("people.away.name")} placeholder={t("people.away.name.example")} value={form.name} onChange={(name) => change({ name })} isRequired autoFocus maxLength={40} autoComplete="off" />
        <div className="field-row">
          <Select<AwayIcon>
            label={t("people.away.icon")} value={form.icon} onChange={(icon) => change({ icon })}
            choices={awayIcons.map((icon) => ({ id: icon, label: t(`people.away.icon.${icon}`), icon: <AwayMark state={{ icon, colour: form.colour }} /> }))}
          />
          <Select<AwayColour>
            label={t("people.away.colour")} value={form.colour} onChange={(colour) => change({ colour })}
            choices={awayColours.map((colour) => ({ id: colour, label: t(`people.away.colour.${colour}`), icon: <AwayMark state={{ icon: form.icon, colour }} /> }))}
          />
        </div>
        <Checkbox label={t("people.away.productive")} hint={t("people.away.productive.hint")} isOn={form.isProductive} onChange={(isProductive) => change({ isProductive })} />
      </form>
    </Dialog>
  );
}
