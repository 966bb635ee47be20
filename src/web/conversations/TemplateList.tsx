import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { Template } from "../api/types";
import { t } from "../i18n";
import { Badge, EmptyState, SearchField, Skeleton, TemplateIcon } from "../ui";

/** The approved templates of a channel, as its provider lists them now. */
export function useTemplates(channelId: string) {
  const [loaded, setLoaded] = useState<{ templates: Template[] | null; error: unknown }>({ templates: null, error: null });
  useEffect(() => {
    api.get(`/channels/${channelId}/templates`)
      .then(({ items }) => setLoaded({ templates: items, error: null }))
      .catch((error: unknown) => setLoaded({ templates: null, error }));
  }, [channelId]);
  return loaded;
}

/** The first gap of most templates is a name. */
export const firstValues = (template: Template, firstName: string) => template.variables.map(({ index }, at) => (index === 1 && at === 0 ? firstName : ""));

/** Templates to search and to choose from. */
export function TemplateList({ templates, onChoose, autoFocus }: { templates: Template[] | null; onChoose: (template: Template) => void; autoFocus?: boolean }) {
  const [search, setSearch] = useState("");
  if (!templates) return <><Skeleton height={34} /><Skeleton height={64} /><Skeleton height={64} /></>;
  const wanted = search.trim().toLowerCase();
  const shown = templates.filter((one) => /^approved$/i.test(one.status) && `${one.name} ${one.body}`.toLowerCase().includes(wanted));
  return (
    <>
      <SearchField label={t("conversations.template.search")} value={search} onChange={setSearch} autoFocus={autoFocus} />
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
