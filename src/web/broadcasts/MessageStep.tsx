import { errorText } from "../api/client";
import type { Channel, Template } from "../api/types";
import { TemplateList, useTemplates } from "../conversations/TemplateList";
import "../conversations/TemplateDialog.css";
import { t } from "../i18n";
import { Badge, Button, Callout, EmptyState, Select, TemplateIcon, TextField } from "../ui";
import { chooseTemplate, type Draft } from "./draft";

/** What it is called, from which channel it leaves, and which approved template it is. */
export function MessageStep({ draft, channels, onChange }: { draft: Draft; channels: Channel[]; onChange: (part: Partial<Draft>) => void }) {
  if (channels.length === 0) return <EmptyState icon={TemplateIcon} title={t("broadcasts.empty.title")} text={t("broadcasts.empty.noChannel")} />;
  return (
    <div className="form-stack">
      <TextField label={t("broadcasts.name")} hint={t("broadcasts.name.hint")} placeholder={t("broadcasts.name.example")} value={draft.name} onChange={(name) => onChange({ name })} isRequired autoFocus maxLength={120} autoComplete="off" />
      <Select
        label={t("broadcasts.channel")} placeholder={t("broadcasts.channel.choose")} choices={channels.map(({ id, name }) => ({ id, label: name }))} value={draft.channelId}
        onChange={(channelId) => onChange({ ...chooseTemplate(draft, null), channelId })}
      />
      {draft.channelId && <Choice key={draft.channelId} channelId={draft.channelId} template={draft.template} onChoose={(template) => onChange(chooseTemplate(draft, template))} />}
    </div>
  );
}

function Choice({ channelId, template, onChoose }: { channelId: string; template: Template | null; onChoose: (template: Template | null) => void }) {
  const { templates, error } = useTemplates(channelId);
  if (error) return <Callout tone="bad">{errorText(error)}</Callout>;
  if (!template) return <section className="template-choice" aria-label={t("broadcasts.template")}><p className="field-label">{t("broadcasts.template")}</p><TemplateList templates={templates} onChoose={onChoose} /></section>;
  return (
    <section className="template-choice" aria-label={t("broadcasts.template")}>
      <header><span className="template-name"><strong>{template.name}</strong><Badge>{template.language}</Badge></span><Button size="sm" variant="ghost" onPress={() => onChoose(null)}>{t("conversations.template.other")}</Button></header>
      <p className="broadcast-template words">{[template.header, template.body, template.footer].filter(Boolean).join("\n\n")}</p>
    </section>
  );
}
