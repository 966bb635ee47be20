import { useState } from "react";
import { errorText } from "../api/client";
import type { ContactView, MergeView } from "../api/types";
import { locale, t } from "../i18n";
import { useMay } from "../shell/session";
import { Button, Confirm, toast } from "../ui";
import { undoMerge } from "./merging";

/** Who became part of this contact, as long as it can be undone. */
export function Merges({ contact }: { contact: ContactView }) {
  const [asked, setAsked] = useState<MergeView | null>(null);
  const may = useMay();
  if (contact.merges.length === 0) return null;

  const undo = (merge: MergeView) => undoMerge(contact.id, merge.id).then(() => {}, (error: unknown) => void toast(errorText(error), { tone: "bad" }));
  return (
    <section>
      <h3>{t("contacts.merges")}</h3>
      <ul className="contact-merges">
        {contact.merges.map((merge) => (
          <li key={merge.id}>
            <p>{t(merge.by ? "contacts.merges.byMember" : "contacts.merges.byChannel", { name: merge.name, by: merge.by ?? "", date: dateOf(merge.at) })}</p>
            {may("mergeContacts") && <Button size="sm" onPress={() => setAsked(merge)}>{t("contacts.merges.undo")}</Button>}
            <small>{t("contacts.merges.until", { date: dateOf(merge.undoUntil) })}</small>
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm isOpen onClose={() => setAsked(null)} title={t("contacts.merges.undo.title", { name: asked.name })} text={t("contacts.merges.undo.text", { name: asked.name })}
          action={t("contacts.merges.undo")} onConfirm={() => undo(asked)} />
      )}
    </section>
  );
}

const dateOf = (instant: string) => new Date(instant).toLocaleDateString(locale(), { dateStyle: "long" });
