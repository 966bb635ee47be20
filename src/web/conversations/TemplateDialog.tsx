import { useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { ConversationRow, Template } from "../api/types";
import { t } from "../i18n";
import { Badge, Button, Callout, Dialog, EmptyState, SearchField, SendIcon, Skeleton, TemplateIcon } from "../ui";
import { sendTemplate } from "./outgoing";
import { openPanel } from "./panels";
import { filledTemplate, TemplateForm } from "./TemplateForm";
import "./TemplateDialog.css";

type Loaded = { templates: Template[] | null; error: unknown };

function useTemplates(channelId: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ templates: null, error: null });
  useEffect(() => {
    api.get(`/channels/${channelId}/templates`)
      .then(({ items }) => setLoaded({ templates: items, error: null }))
      .catch((error: unknown) => setLoaded({ templates: null, error }));
  }, [channelId]);
  return loaded;
}

/** The way back into a closed window: an approved template, its variables, what the customer will read. */
export default function TemplateDialog({ row }: { row: ConversationRow }) {
  const { templates, error } = useTemplates(row.channelId);
  const [chosen, setChosen] = useState<Template | null>(null);
  const [values, setValues] = useState<string[]>([]);
  const [search, setSearch] = useState("");
  const close = () => openPanel(null);
  const choose = (template: Template | null) => {
    setChosen(template);
    setValues(template?.variables.map(({ index }, at) => (index === 1 && at === 0 ? row.contact.name.split(" ")[0]! : "")) ?? []);
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
        : <TemplateList templates={templates} search={search} onSearch={setSearch} onChoose={choose} />}
    </Dialog>
  );
}

function TemplateList({ templates, search, onSearch, onChoose }: { templates: Template[] | null; search: string; onSearch: (text: string) => void; onChoose: (template: Template) => void }) {
  if (!templates) return <><Skeleton height={34} /><Skeleton height={64} /><Skeleton height={64} /></>;
  const wanted = search.trim().toLowerCase();
  const shown = templates.filter((one) => /^approved$/i.test(one.status) && `${one.name} ${one.body}`.toLowerCase().includes(wanted));
  return (
    <>
      <SearchField label={t("conversations.template.search")} value={search} onChange={onSearch} autoFocus />
      {shown.length === 0 && <EmptyState icon={TemplateIcon} title={t("conversations.template.none.title")} text={t("conversations.template.none.text")} />}
      <ul className="template-list">
        {shown.map((one) => (
          <li key={`${one.name}-${one.language}`}>
            <button type="button" onClick={() => onChoose(one)}>
              <span className="template-name"><strong>{one.name}</strong><Badge>{one.language}</Badge></span>
              <span className="template-body">{one.body}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
