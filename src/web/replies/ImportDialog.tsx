import { useRef, useState } from "react";
import { ApiError, errorText } from "../api/client";
import type { ImportedReplies } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog } from "../ui";
import { importReplies } from "./replies";

/** Reads replies from a table: what it brought, and which lines could not be taken and why. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [brought, setBrought] = useState<ImportedReplies | null>(null);
  const [table, setTable] = useState<File | null>(null);
  const { isPending, error, submit } = useForm(async () => {
    if (table) setBrought(await importReplies(table));
  });
  const reason = ({ code, params }: ImportedReplies["refused"][number]) => errorText(new ApiError(422, code, params as Record<string, string | number>));

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={t("replies.import")} lead={t("replies.import.lead")} actions={brought ? <Button variant="primary" onPress={onClose}>{t("ui.close")}</Button> : <>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" isDisabled={!table} isPending={isPending} onPress={() => submit()}>{t("replies.import.action")}</Button>
    </>}>
      <div className="form-stack">
        {error && <Callout tone="bad">{error}</Callout>}
        {!brought && <div className="reply-files">
          <Button onPress={() => input.current?.click()}>{t("replies.import.choose")}</Button>
          {table && <span>{table.name}</span>}
          <input ref={input} type="file" hidden accept=".csv,text/csv" aria-label={t("replies.import.choose")} onChange={(event) => setTable(event.target.files?.[0] ?? null)} />
        </div>}
        {brought && <Callout tone="good">{t("replies.import.done", { added: brought.added, changed: brought.changed, unchanged: brought.unchanged })}</Callout>}
        {brought && brought.refused.length > 0 && <Callout tone="warn" title={t("replies.import.refused", { count: brought.refused.length })}>
          <ul className="reply-refused">{brought.refused.map((row) => <li key={row.line}>{t("replies.import.line", { line: row.line, title: row.title })} {reason(row)}</li>)}</ul>
        </Callout>}
      </div>
    </Dialog>
  );
}
