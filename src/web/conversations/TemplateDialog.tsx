import { useState } from "react";
import { errorText } from "../api/client";
import type { ConversationRow, Template } from "../api/types";
import { t } from "../i18n";
import { Button, Callout, Dialog, SendIcon } from "../ui";
import { sendTemplate } from "./outgoing";
import { openPanel } from "./panels";
import { filledTemplate, TemplateForm } from "./TemplateForm";
import { firstValues, TemplateList, useTemplates } from "./TemplateList";
import "./TemplateDialog.css";

/** The way back into a closed window: an approved template, its variables, what the customer will read. */
export default function TemplateDialog({ row }: { row: ConversationRow }) {
  const { templates, error } = useTemplates(row.channelId);
  const [chosen, setChosen] = useState<Template | null>(null);
  const [values, setValues] = useState<string[]>([]);
  const close = () => openPanel(null);
  const choose = (template: Template | null) => {
    setChosen(template);
    setValues(template ? firstValues(template, row.contact.name.split(" ")[0]!) : []);
  };
  const isReady = chosen !== null && values.every((value) => value.trim() !== "");
  const send = () => {
    if (!chosen) return;
    sendTemplate(row.id, { name: chosen.name, language: chosen.language, variables: values, preview: filledTemplate(chosen, values).body });
    close();
  };

  return (
    <Dialog
      isOpen onClose={close} size="lg" title={chosen ? chosen.name : t("conversations.template.choose")}
      lead={chosen ? undefined : t("conversations.template.lead")}
      actions={chosen && <>
        <Button variant="ghost" onPress={() => choose(null)}>{t("conversations.template.other")}</Button>
        <Button variant="primary" icon={SendIcon} isDisabled={!isReady} onPress={send}>{t("conversations.send")}</Button>
      </>}
    >
      {error ? <Callout tone="bad">{errorText(error)}</Callout>
        : chosen ? <TemplateForm template={chosen} values={values} onChange={setValues} />
        : <TemplateList templates={templates} onChoose={choose} autoFocus />}
    </Dialog>
  );
}
