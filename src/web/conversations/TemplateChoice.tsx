import { useState } from "react";
import { errorText } from "../api/client";
import type { Template } from "../api/types";
import { t } from "../i18n";
import { Button, Callout } from "../ui";
import "./TemplateDialog.css";
import { TemplateForm } from "./TemplateForm";
import { firstValues, TemplateList, useTemplates } from "./TemplateList";

export interface FilledTemplate { template: Template; values: string[]; isReady: boolean }

/** An approved template of a channel with its gaps filled, inside another form. */
export function TemplateChoice({ channelId, firstName, onChange }: { channelId: string; firstName: string; onChange: (filled: FilledTemplate | null) => void }) {
  const { templates, error } = useTemplates(channelId);
  const [chosen, setChosen] = useState<Template | null>(null);
  const [values, setValues] = useState<string[]>([]);
  const tell = (template: Template, next: string[]) => {
    setChosen(template);
    setValues(next);
    onChange({ template, values: next, isReady: next.every((value) => value.trim() !== "") });
  };
  if (error) return <Callout tone="bad">{errorText(error)}</Callout>;
  if (!chosen) return <section className="template-choice"><p className="field-hint">{t("conversations.continue.template")}</p><TemplateList templates={templates} onChoose={(one) => tell(one, firstValues(one, firstName))} /></section>;
  return (
    <section className="template-choice">
      <header><strong>{chosen.name}</strong><Button size="sm" variant="ghost" onPress={() => (setChosen(null), onChange(null))}>{t("conversations.template.other")}</Button></header>
      <TemplateForm template={chosen} values={values} onChange={(next) => tell(chosen, next)} />
    </section>
  );
}
