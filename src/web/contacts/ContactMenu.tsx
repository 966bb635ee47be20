import { Suspense, useState } from "react";
import { errorText } from "../api/client";
import type { ContactView } from "../api/types";
import { t } from "../i18n";
import { useMay } from "../shell/session";
import { AlertIcon, CheckIcon, Confirm, IconButton, lazily, LinkIcon, Menu, MoreIcon, toast, TrashIcon } from "../ui";
import { blockContact } from "./changeContact";

const MergeDialog = lazily(() => import("./MergeDialog"));
const DeleteContactDialog = lazily(() => import("../privacy/DeleteContactDialog"));

/** What is done with a contact as a whole, as far as this member may. */
export function ContactMenu({ contact }: { contact: ContactView }) {
  const [asked, setAsked] = useState<"merge" | "block" | "delete" | null>(null);
  const may = useMay();
  const close = () => setAsked(null);
  const block = (isBlocked: boolean) => blockContact(contact.id, isBlocked).then(() => {}, (error: unknown) => void toast(errorText(error), { tone: "bad" }));
  const merge = { id: "merge", label: t("contacts.merge"), icon: LinkIcon, onAction: () => setAsked("merge") };
  const blocking = contact.blocked
    ? { id: "block", label: t("contacts.unblock"), icon: CheckIcon, onAction: () => void block(false) }
    : { id: "block", label: t("contacts.block"), icon: AlertIcon, isDanger: true, onAction: () => setAsked("block") };
  const deletion = { id: "delete", label: t("privacy.delete"), icon: TrashIcon, isDanger: true, onAction: () => setAsked("delete") };
  if (!may("mergeContacts") && !may("supervise")) return null;

  return (
    <>
      <Menu label={t("contacts.more")} placement="bottom end" trigger={<IconButton icon={MoreIcon} size="sm" label={t("contacts.more")} />}
        groups={[
          { id: "merge", entries: may("mergeContacts") ? [merge] : [] },
          { id: "block", entries: [...(may("supervise") ? [blocking] : []), ...(may("deleteContacts") ? [deletion] : [])] },
        ]} />
      {asked === "merge" && <Suspense fallback={null}><MergeDialog contact={contact} onClose={close} /></Suspense>}
      {asked === "delete" && <Suspense fallback={null}><DeleteContactDialog contact={contact} onClose={close} /></Suspense>}
      {asked === "block" && (
        <Confirm isOpen isDanger onClose={close} title={t("contacts.block.title", { name: contact.name })} text={t("contacts.block.text")}
          action={t("contacts.block.action")} onConfirm={() => block(true)} />
      )}
    </>
  );
}
