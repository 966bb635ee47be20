import { useState } from "react";
import type { Handover, Member } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useForm } from "../shell/useForm";
import { Button, Callout, CopyField, Dialog } from "../ui";
import { makeLink } from "./colleagues";

/** Makes a new link for someone: to join, or to choose another password. */
export function LinkDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const [link, setLink] = useState<Handover | null>(null);
  const { isPending, error, submit } = useForm(async () => setLink(await makeLink(member)));
  if (link) return <HandOver member={member} link={link} onClose={onClose} />;

  const kind = member.status === "invited" ? "again" : "reset";
  return (
    <Dialog isOpen onClose={onClose} size="sm" title={t(`people.link.${kind}`)} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" isPending={isPending} onPress={() => submit()}>{t("people.link.make")}</Button>
    </>}>
      {error && <Callout tone="bad">{error}</Callout>}
      <p>{t(`people.link.${kind}.text`, { name: member.name })}</p>
    </Dialog>
  );
}

/** The link, to be copied now: it is shown only once. */
export function HandOver({ member, link, onClose }: { member: Member; link: Handover; onClose: () => void }) {
  return (
    <Dialog
      isOpen onClose={onClose} isKeptOpen title={t("people.handOver.title", { name: member.name })}
      lead={t("people.handOver.lead", { until: momentOf(new Date(link.expiresAt)) })}
      actions={<Button variant="primary" onPress={onClose}>{t("people.handOver.done")}</Button>}
    >
      <CopyField label={t("people.handOver.link")} value={link.url} />
      <Callout>{t("people.handOver.once")}</Callout>
    </Dialog>
  );
}
