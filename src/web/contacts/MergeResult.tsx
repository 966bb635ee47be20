import type { MergePreview } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Avatar, Badge, StarIcon } from "../ui";
import { attributeName, attributes, valueText } from "./attributes";

/** The card as it will be. */
export function MergeResult({ preview }: { preview: MergePreview }) {
  const known = useStore(attributes, (state) => state.items);
  const channels = useStore(directory, (state) => state.channels);
  const first = preview.attributes.filter((one, at, all) => all.findIndex((other) => other.alias === one.alias) === at);
  return (
    <section className="merge-result" aria-label={t("contacts.merge.result")}>
      <h3>{t("contacts.merge.result")}</h3>
      <header>
        <Avatar name={preview.name} url={preview.avatarUrl} size={40} />
        <strong>{preview.name}</strong>
        {preview.vip && <Badge><StarIcon size={12} /> {t("conversations.vip")}</Badge>}
        {preview.groups.map((group) => <Badge key={group.id}>{group.name}</Badge>)}
      </header>
      <dl>
        {first.map((one) => (
          <div key={one.alias}><dt>{attributeName(one.alias)}</dt><dd>{valueText(known?.find((attribute) => attribute.alias === one.alias)?.format ?? "text", one.value)}</dd></div>
        ))}
        <div>
          <dt>{t("contacts.identities")}</dt>
          <dd>{preview.identities.map((one) => <span key={one.channelId + one.externalId}>{channels[one.channelId]?.name ?? "…"} · {one.externalId}</span>)}</dd>
        </div>
        <div><dt>{t("contacts.conversations")}</dt><dd>{preview.conversations}</dd></div>
      </dl>
    </section>
  );
}
