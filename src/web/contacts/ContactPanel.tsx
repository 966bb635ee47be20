import { useState } from "react";
import { errorText } from "../api/client";
import type { ContactView } from "../api/types";
import { goTo } from "../conversations/place";
import { showContact } from "../conversations/panels";
import { thread } from "../conversations/thread";
import { t } from "../i18n";
import { fullDate, shortDate } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Avatar, Button, CloseIcon, EditIcon, IconButton, Skeleton, TextField, toast } from "../ui";
import { changeContact } from "./changeContact";
import "./ContactPanel.css";

/** Who is at the other end: name, ways to reach, identities, earlier conversations. */
export function ContactPanel() {
  const contact = useStore(thread, (state) => state.view?.contact);
  const [isEditing, setEditing] = useState(false);
  return (
    <aside className="contact-panel" aria-label={t("contacts.panel")}>
      <header>
        <h2>{t("contacts.panel")}</h2>
        {contact && !isEditing && <IconButton icon={EditIcon} size="sm" label={t("contacts.edit")} onPress={() => setEditing(true)} />}
        <IconButton icon={CloseIcon} size="sm" label={t("conversations.contact.hide")} shortcut="i" onPress={() => showContact(false)} />
      </header>
      {!contact ? <div className="contact-loading"><Skeleton width={64} height={64} round /><Skeleton width={140} /></div>
        : isEditing ? <Edit contact={contact} onDone={() => setEditing(false)} />
        : <Facts contact={contact} />}
      {contact && <Identities contact={contact} />}
      {contact && <Earlier contact={contact} />}
    </aside>
  );
}

function Facts({ contact }: { contact: ContactView }) {
  const language = contact.language ? new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(contact.language) : null;
  const facts = [["email", contact.email], ["phone", contact.phone], ["language", language], ["since", fullDate(new Date(contact.createdAt))]] as const;
  return (
    <>
      <div className="contact-face"><Avatar name={contact.name} url={contact.avatarUrl} size={64} /><strong>{contact.name}</strong></div>
      <dl className="contact-facts">
        {facts.map(([name, value]) => value && <div key={name}><dt>{t(`contacts.${name}`)}</dt><dd>{value}</dd></div>)}
      </dl>
    </>
  );
}

function Edit({ contact, onDone }: { contact: ContactView; onDone: () => void }) {
  const [form, setForm] = useState({ name: contact.name, email: contact.email ?? "", phone: contact.phone ?? "" });
  const [isPending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    try {
      await changeContact(contact.id, { name: form.name.trim(), email: form.email.trim() || null, phone: form.phone.trim() || null });
      onDone();
    } catch (error) {
      toast(errorText(error), { tone: "bad" });
    } finally {
      setPending(false);
    }
  };
  return (
    <form className="contact-edit" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={t("contacts.name")} value={form.name} onChange={(name) => setForm({ ...form, name })} isRequired autoFocus />
      <TextField label={t("contacts.email")} type="email" value={form.email} onChange={(email) => setForm({ ...form, email })} />
      <TextField label={t("contacts.phone")} type="tel" value={form.phone} onChange={(phone) => setForm({ ...form, phone })} />
      <div className="contact-edit-foot">
        <Button variant="ghost" onPress={onDone}>{t("ui.cancel")}</Button>
        <Button variant="primary" type="submit" isPending={isPending}>{t("contacts.save")}</Button>
      </div>
    </form>
  );
}

function Identities({ contact }: { contact: ContactView }) {
  const channels = useStore(directory, (state) => state.channels);
  return (
    <section>
      <h3>{t("contacts.identities")}</h3>
      <ul className="contact-identities">
        {contact.identities.map((one) => <li key={one.channelId + one.externalId}><span className="truncate">{channels[one.channelId]?.name ?? "…"}</span><span className="truncate" title={one.externalId}>{one.displayName ?? one.externalId}</span></li>)}
      </ul>
    </section>
  );
}

function Earlier({ contact }: { contact: ContactView }) {
  const openId = useStore(thread, (state) => state.conversationId);
  const all = contact.conversations.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  return (
    <section>
      <h3>{t("contacts.conversations")}</h3>
      <ul className="contact-conversations">
        {all.map((one) => (
          <li key={one.id}>
            <button type="button" aria-current={one.id === openId ? "true" : undefined} onClick={() => goTo(one.id)}>
              <span>{t("conversations.number", { number: String(one.number) })}</span>
              <span data-state={one.state}>{t(`conversations.state.${one.state}.one`)}</span>
              <time dateTime={one.openedAt}>{shortDate(new Date(one.openedAt))}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
