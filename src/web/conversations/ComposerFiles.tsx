import { errorText } from "../api/client";
import type { Capabilities } from "../api/types";
import { t } from "../i18n";
import { fileSize } from "../i18n/format";
import { AlertIcon, CloseIcon, FileIcon, IconButton, Spinner } from "../ui";
import { type PendingFile, removeFile } from "./drafts";
import { troubleOf } from "./files";

/** The files that will go with the answer, each with what became of it. */
export default function ComposerFiles({ conversationId, files, capabilities }: { conversationId: string; files: PendingFile[]; capabilities: Capabilities | undefined }) {
  const max = capabilities?.attachments.max ?? 0;
  return (
    <div className="composer-files">
      <ul>
        {files.map((one) => <One key={one.key} file={one} trouble={capabilities ? troubleOf(one.file, capabilities) : null} onRemove={() => removeFile(conversationId, one.key)} />)}
      </ul>
      {files.length > max && <p className="field-error">{t("conversations.file.tooMany", { count: max })}</p>}
    </div>
  );
}

function One({ file: { file, preview, upload, error }, trouble, onRemove }: { file: PendingFile; trouble: string | null; onRemove: () => void }) {
  const problem = trouble ?? (error ? errorText(error) : null);
  return (
    <li className="composer-file" data-bad={problem ? true : undefined}>
      {problem ? <AlertIcon /> : preview ? <img src={preview} alt="" /> : <FileIcon />}
      <span className="file-words"><span className="truncate">{file.name}</span><span>{problem ?? fileSize(file.size)}</span></span>
      {!upload && !problem && <Spinner size={14} />}
      <IconButton icon={CloseIcon} size="sm" label={t("conversations.file.remove", { name: file.name })} onPress={onRemove} />
    </li>
  );
}
