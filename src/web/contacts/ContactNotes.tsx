import { type ReactNode, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { errorText } from "../api/client";
import type { ContactNote, ContactView } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useMay } from "../shell/session";
import { Button, Confirm, EditIcon, IconButton, TextField, toast, TrashIcon } from "../ui";
import { amendNote, strikeNote, writeNote } from "./changeContact";
import "./ContactNotes.css";

const longest = 2000;

/** What colleagues wrote down about a contact; any agent may correct or remove it. */
export function ContactNotes({ contact }: { contact: ContactView }) {
  const [openId, setOpen] = useState<string | null>(null);
  const mayEdit = useMay()("fileConversations");
  const close = () => setOpen(null);
  if (!mayEdit && contact.notes.length === 0) return null;

  return (
    <section>
      <h3>{t("contacts.notes")}</h3>
      {mayEdit && (openId === "new"
        ? <NoteForm label={t("contacts.notes.add")} onSave={(text, key) => writeNote(contact.id, text, key)} onDone={close} />
        : <AriaButton className="note-add" onPress={() => setOpen("new")}>{t("contacts.notes.add")}</AriaButton>)}
      <ul className="contact-notes">
        {contact.notes.map((note) => (
          <li key={note.id}>
            {openId === note.id
              ? <NoteForm label={t("contacts.notes.edit")} text={note.text} onSave={(text) => amendNote(contact.id, note.id, text)} onDone={close} />
              : <Note note={note}>{mayEdit && <Tools contactId={contact.id} note={note} onEdit={() => setOpen(note.id)} />}</Note>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ note, children }: { note: ContactNote; children: ReactNode }) {
  const written = t("contacts.notes.by", { name: note.by, date: momentOf(new Date(note.at)) });
  const edited = note.editedBy && note.editedAt ? t("contacts.notes.editedBy", { name: note.editedBy, date: momentOf(new Date(note.editedAt)) }) : "";
  return (
    <article>
      <p dir="auto">{note.text}</p>
      <footer>
        <small>{written}{edited && <><br />{edited}</>}</small>
        {children}
      </footer>
    </article>
  );
}

function Tools({ contactId, note, onEdit }: { contactId: string; note: ContactNote; onEdit: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const strike = () => strikeNote(contactId, note.id).then(() => {}, (error: unknown) => void toast(errorText(error), { tone: "bad" }));
  return (
    <span className="note-tools">
      <IconButton icon={EditIcon} size="sm" label={t("contacts.notes.edit")} onPress={onEdit} />
      <IconButton icon={TrashIcon} size="sm" label={t("contacts.notes.remove")} onPress={() => setAsked(true)} />
      {isAsked && (
        <Confirm isOpen onClose={() => setAsked(false)} title={t("contacts.notes.remove.title")} text={t("contacts.notes.remove.text", { name: note.by })}
          isDanger action={t("contacts.notes.remove")} onConfirm={strike} />
      )}
    </span>
  );
}

interface NoteFormProps { label: string; text?: string; onSave: (text: string, key: string) => Promise<unknown>; onDone: () => void }

/** Saved with Ctrl Enter, left with Escape. The key makes a second attempt the same note. */
function NoteForm({ label, text: before = "", onSave, onDone }: NoteFormProps) {
  const [text, setText] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const save = () => void onSave(text, key).then(onDone, (refused: unknown) => setError(errorText(refused)));
  return (
    <form className="contact-edit" onSubmit={(event) => (event.preventDefault(), save())}>
      <TextField
        label={label} hideLabel multiline rows={3} value={text} error={error} autoFocus maxLength={longest} placeholder={t("contacts.notes.placeholder")}
        onChange={(next) => (setText(next), setError(null))}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && text.trim()) save();
        }}
      />
      <div className="contact-edit-foot">
        <Button size="sm" variant="ghost" onPress={onDone}>{t("ui.cancel")}</Button>
        <Button size="sm" variant="primary" type="submit" isDisabled={!text.trim()}>{t("contacts.save")}</Button>
      </div>
    </form>
  );
}
