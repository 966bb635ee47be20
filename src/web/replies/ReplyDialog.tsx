import { useRef, useState } from "react";
import { api, errorText } from "../api/client";
import type { Attachment, ReplyCollection, SavedReply } from "../api/types";
import { languageName } from "../contacts/attributes";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, ClipIcon, CloseIcon, Dialog, FileIcon, IconButton, Select, TextField } from "../ui";
import { FieldMenu } from "./FieldMenu";
import { addReply, changeReply, inOrder } from "./replies";

const anyLanguage = "";
const languages = ["fr", "en", "de", "es", "it", "nl", "pt"];
const bodyLimit = 2000;
const mostFiles = 5;

interface Props { reply: SavedReply | null; collectionId: string; collections: ReplyCollection[]; onClose: () => void }

/** Writes a reply down, or changes it. */
export function ReplyDialog({ reply, collectionId: given, collections, onClose }: Props) {
  const [key] = useState(() => crypto.randomUUID());
  const [collectionId, setCollectionId] = useState(given);
  const [title, setTitle] = useState(reply?.title ?? "");
  const [body, setBody] = useState(reply?.body ?? "");
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? "");
  const [language, setLanguage] = useState(reply?.language ?? anyLanguage);
  const [files, setFiles] = useState<Attachment[]>(reply?.attachments ?? []);
  const { isPending, error, submit } = useForm(async () => {
    const form = { collectionId, title, body, shortcut, language, fileIds: files.map((one) => one.id) };
    await (reply ? changeReply(reply.id, form) : addReply(form, key));
    onClose();
  });
  const offered = [...new Set([...languages, ...(language ? [language] : [])])];

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen size="lg" title={reply ? t("replies.edit", { name: reply.title }) : t("replies.create")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="saved-reply" isPending={isPending}>{t("replies.save")}</Button>
    </>}>
      <form id="saved-reply" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <TextField label={t("replies.title")} placeholder={t("replies.title.example")} value={title} onChange={setTitle} isRequired autoFocus maxLength={500} autoComplete="off" />
        <TextField
          label={t("replies.body")} placeholder={t("replies.body.example")} hint={t("replies.body.hint", { count: bodyLimit - body.length })}
          value={body} onChange={setBody} isRequired maxLength={bodyLimit} multiline rows={7}
        />
        <div className="reply-files">
          <FieldMenu area="#saved-reply textarea" onInsert={setBody} />
          <Files files={files} onChange={setFiles} />
        </div>
        <Select label={t("replies.collection")} value={collectionId} onChange={setCollectionId} choices={inOrder(collections).map((one) => ({ id: one.id, label: one.name }))} />
        <div className="field-row">
          <TextField label={t("replies.shortcut")} hint={t("replies.shortcut.hint")} placeholder={t("replies.shortcut.example")} value={shortcut} onChange={setShortcut} maxLength={33} autoComplete="off" />
          <Select
            label={t("replies.language")} value={language} onChange={setLanguage}
            choices={[{ id: anyLanguage, label: t("replies.language.any") }, ...offered.map((id) => ({ id, label: languageName(id) }))]}
          />
        </div>
      </form>
    </Dialog>
  );
}

/** Kept with the reply; every answer gets a copy. */
function Files({ files, onChange }: { files: Attachment[]; onChange: (files: Attachment[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const add = async (file: File | undefined) => {
    if (!file) return;
    setPending(true);
    setFailure(null);
    try {
      onChange([...files, await api.upload("/uploads", file)]);
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      {files.map((one) => (
        <span key={one.id} className="reply-file"><FileIcon size={15} /><span className="truncate">{one.name}</span>
          <IconButton size="sm" icon={CloseIcon} label={t("conversations.file.remove", { name: one.name })} onPress={() => onChange(files.filter((other) => other !== one))} />
        </span>
      ))}
      {files.length < mostFiles && <Button size="sm" variant="ghost" icon={ClipIcon} isPending={isPending} onPress={() => input.current?.click()}>{t("conversations.attach")}</Button>}
      <input ref={input} type="file" hidden aria-label={t("conversations.attach")} onChange={(event) => (void add(event.target.files?.[0]), (event.target.value = ""))} />
      {failure && <span className="field-error">{failure}</span>}
    </>
  );
}
