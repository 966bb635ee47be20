import { useState } from "react";
import type { ChannelDetail, ChannelKind } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Section, TextField, toast } from "../ui";
import { changeChannel, valuesOf } from "./kinds";
import { SettingsFields } from "./SettingsFields";

/** The channel's name and its kind's own settings. */
export function Configuration({ channel, kind, onSaved }: { channel: ChannelDetail; kind: ChannelKind; onSaved: (channel: ChannelDetail) => void }) {
  const [name, setName] = useState(channel.name);
  const [values, setValues] = useState(() => valuesOf(kind, channel.settings));
  const { isPending, error, submit } = useForm(async () => {
    const saved = await changeChannel(channel.id, { name, settings: values });
    onSaved(saved);
    setValues(valuesOf(kind, saved.settings));
    toast(t("channels.saved"), { tone: "good" });
  });

  return (
    <Section title={t("channels.settings")}>
      <form className="form-stack" onSubmit={submit}>
        <TextField label={t("channels.name")} hint={t("channels.name.hint")} value={name} onChange={setName} isRequired maxLength={255} autoComplete="off" />
        <SettingsFields kind={kind} values={values} onChange={setValues} settings={channel.settings} />
        {error && <Callout tone="bad">{error}</Callout>}
        <div><Button type="submit" variant="primary" isPending={isPending}>{t("channels.save")}</Button></div>
      </form>
    </Section>
  );
}
