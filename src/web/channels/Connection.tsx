import type { ChannelDetail, ChannelKind } from "../api/types";
import { t } from "../i18n";
import { CopyField, Section } from "../ui";
import { Help } from "./Help";
import { kindText } from "./kinds";

const isPage = (key: string) => key.endsWith("PageUrl");

/** What the other side must know, each with its copy button, and how to go about it. */
export function Connection({ channel, kind }: { channel: ChannelDetail; kind: ChannelKind }) {
  const values = Object.entries(channel.connection).filter(([, value]) => value);
  if (values.length === 0) return null;
  const pages = values.filter(([key]) => isPage(key));
  return (
    <Section title={t("channels.connection")} lead={t("channels.connection.lead")}>
      {values.filter(([key]) => !isPage(key)).map(([key, value]) => <CopyField key={key} label={kindText(kind, `connection.${key}`) || key} value={value} />)}
      {pages.map(([key, url]) => <a key={key} className="button page-link" data-variant="secondary" href={url} target="_blank" rel="noreferrer">{kindText(kind, `connection.${key}`) || key}</a>)}
      <details className="help-fold">
        <summary>{t("channels.help")}</summary>
        <Help text={kindText(kind, "help")} />
      </details>
    </Section>
  );
}
