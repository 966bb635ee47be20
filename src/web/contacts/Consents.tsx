import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { Consent, ContactView } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useMay } from "../shell/session";
import { useForm } from "../shell/useForm";
import { Badge, Button, Callout, Select, TextField } from "../ui";
import { recordConsent } from "./changeContact";
import "./Consents.css";

const longest = 500;

/** Where this contact may be written to first, and where no longer: the last word on each channel. */
export function Consents({ contact }: { contact: ContactView }) {
  const [isAdding, setAdding] = useState(false);
  const mayEdit = useMay()("editContacts");
  if (!mayEdit && contact.consents.length === 0) return null;
  return (
    <section>
      <h3>{t("contacts.consents")}</h3>
      {contact.consents.length > 0 && <ul className="consents">{contact.consents.map((one) => <li key={one.channelId}><Said consent={one} /></li>)}</ul>}
      {mayEdit && (isAdding
        ? <ConsentForm contact={contact} onDone={() => setAdding(false)} />
        : <AriaButton className="note-add" onPress={() => setAdding(true)}>{t("contacts.consents.record")}</AriaButton>)}
    </section>
  );
}

function Said({ consent }: { consent: Consent }) {
  const channel = useStore(directory, (state) => state.channels[consent.channelId]?.name);
  return (
    <article>
      <header><span className="truncate">{channel ?? "…"}</span><Badge tone={consent.given ? "good" : "bad"}>{t(consent.given ? "contacts.consents.given" : "contacts.consents.withdrawn")}</Badge></header>
      <q dir="auto">{consent.how}</q>
      <small>{t("contacts.notes.by", { name: consent.by, date: momentOf(new Date(consent.at)) })}</small>
    </article>
  );
}

type Word = "given" | "withdrawn";

/** What was said, where it counts, and how one knows. */
function ConsentForm({ contact, onDone }: { contact: ContactView; onDone: () => void }) {
  const channels = useStore(directory, (state) => state.channels);
  const choices = Object.values(channels).filter((one) => one.status !== "disabled" && !isRefused(contact, one.id)).map(({ id, name }) => ({ id, label: name })).sort((a, b) => a.label.localeCompare(b.label));
  const [channelId, setChannelId] = useState<string | null>(null);
  const [word, setWord] = useState<Word>("given");
  const [how, setHow] = useState("");
  const { isPending, error, submit } = useForm(async () => {
    await recordConsent(contact.id, channelId!, word === "given", how);
    onDone();
  });
  return (
    <form className="contact-edit" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && (event.stopPropagation(), onDone())}>
      {error && <Callout tone="bad">{error}</Callout>}
      <Select label={t("contacts.consents.channel")} placeholder={t("contacts.consents.choose")} choices={choices} value={channelId} onChange={setChannelId} />
      <Select label={t("contacts.consents.word")} choices={(["given", "withdrawn"] as const).map((id) => ({ id, label: t(`contacts.consents.${id}`) }))} value={word} onChange={setWord} />
      <TextField label={t("contacts.consents.how")} placeholder={t("contacts.consents.how.example")} value={how} onChange={setHow} maxLength={longest} isRequired />
      <div className="contact-edit-foot">
        <Button size="sm" variant="ghost" onPress={onDone}>{t("ui.cancel")}</Button>
        <Button size="sm" type="submit" variant="primary" isPending={isPending} isDisabled={!channelId || !how.trim()}>{t("contacts.save")}</Button>
      </div>
    </form>
  );
}

const isRefused = (contact: ContactView, channelId: string) => contact.consents.some((one) => one.channelId === channelId && one.refused);
