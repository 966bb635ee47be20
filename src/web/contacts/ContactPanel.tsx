import { Suspense, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { ContactView } from "../api/types";
import { goTo } from "../conversations/place";
import { openPanel, showContact } from "../conversations/panels";
import { thread } from "../conversations/thread";
import { t } from "../i18n";
import { shortDate } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useMay } from "../shell/session";
import { Avatar, Badge, CloseIcon, EditIcon, IconButton, lazily, Skeleton } from "../ui";
import { Consents } from "./Consents";
import { ContactFacts } from "./ContactFacts";
import { ContactMenu } from "./ContactMenu";
import { ContactNotes } from "./ContactNotes";
import { Merges } from "./Merges";
import "./ContactPanel.css";

const ContactForm = lazily(() => import("./ContactForm"));

/** Who is at the other end: name, what is known, identities, earlier conversations. */
export default function ContactPanel() {
  const contact = useStore(thread, (state) => state.view?.contact);
  const [isEditing, setEditing] = useState(false);
  const may = useMay();
  return (
    <aside className="contact-panel" aria-label={t("contacts.panel")}>
      <header>
        <h2>{t("contacts.panel")}</h2>
        {contact && !isEditing && may("editContacts") && <IconButton icon={EditIcon} size="sm" label={t("contacts.edit")} onPress={() => setEditing(true)} />}
        {contact && <ContactMenu contact={contact} />}
        <IconButton icon={CloseIcon} size="sm" label={t("conversations.contact.hide")} shortcut="i" onPress={() => showContact(false)} />
      </header>
      {!contact ? <div className="contact-loading"><Skeleton width={64} height={64} round /><Skeleton width={140} /></div>
        : isEditing ? <Suspense fallback={null}><ContactForm contact={contact} onDone={() => setEditing(false)} /></Suspense>
        : <>
            <div className="contact-face"><Avatar name={contact.name} url={contact.avatarUrl} size={64} /><strong>{contact.name}</strong>{contact.blocked && <Badge tone="bad">{t("contacts.blocked")}</Badge>}</div>
            <ContactFacts key={contact.id} contact={contact} />
          </>}
      {contact && <ContactNotes key={`notes ${contact.id}`} contact={contact} />}
      {contact && <Identities contact={contact} />}
      {contact && <Consents key={`consents ${contact.id}`} contact={contact} />}
      {contact && <Earlier contact={contact} />}
      {contact && <Merges contact={contact} />}
    </aside>
  );
}

function Identities({ contact }: { contact: ContactView }) {
  const channels = useStore(directory, (state) => state.channels);
  const mayAnswer = useMay()("answerConversations");
  return (
    <section>
      <h3>{t("contacts.identities")}</h3>
      <ul className="contact-identities">
        {contact.identities.map((one) => <li key={one.channelId + one.externalId}><span className="truncate">{channels[one.channelId]?.name ?? "…"}</span><span className="truncate" title={one.externalId}>{one.externalId}</span></li>)}
      </ul>
      {mayAnswer && <AriaButton className="note-add" onPress={() => openPanel("continue")}>{t("conversations.continue")}</AriaButton>}
    </section>
  );
}

function Earlier({ contact }: { contact: ContactView }) {
  const openId = useStore(thread, (state) => state.conversationId);
  const channels = useStore(directory, (state) => state.channels);
  const all = contact.conversations.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  return (
    <section>
      <h3>{t("contacts.conversations")}</h3>
      <ul className="contact-conversations">
        {all.map((one) => (
          <li key={one.id}>
            <button type="button" aria-current={one.id === openId ? "true" : undefined} onClick={() => goTo(one.id)}>
              <span>{t("conversations.number", { number: String(one.number) })}</span>
              <span className="truncate">{channels[one.channelId]?.name}</span>
              <span data-state={one.state}>{t(`conversations.state.${one.state}.one`)}</span>
              <time dateTime={one.openedAt}>{shortDate(new Date(one.openedAt))}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
