import type { AttachmentKind, Capabilities, FileLimit } from "../api/types";
import { t } from "../i18n";
import { fileSize } from "../i18n/format";

const fits = (type: string, pattern: string) => pattern === "*/*" || pattern === "*" || pattern === type || (pattern.endsWith("/*") && type.startsWith(pattern.slice(0, -1)));

const kindOf = (type: string): AttachmentKind => (["image", "video", "audio"] as const).find((kind) => type.startsWith(`${kind}/`)) ?? "document";

/** What the file dialog offers; a kind without a list of types takes every type. */
export function acceptOf({ attachments }: Capabilities): string | undefined {
  const lists = Object.values(attachments.kinds).map((rules) => rules?.types ?? []);
  return lists.some((types) => types.length === 0 || types.includes("*/*")) ? undefined : lists.flat().join(",");
}

/** Why the channel would refuse this file, or null: the server checks the same. */
export function troubleOf(file: Pick<File, "size" | "type">, { attachments }: Capabilities): string | null {
  const rules = attachments.kinds[kindOf(file.type)] ?? attachments.kinds.document;
  const takes = (kind: FileLimit | undefined) => kind && (kind.types.length === 0 || kind.types.some((pattern) => fits(file.type, pattern)));
  if (!rules || (!takes(rules) && !takes(attachments.kinds.document))) return t("errors.attachment.type");
  return file.size > rules.maxBytes ? t("conversations.file.tooBig", { max: fileSize(rules.maxBytes) }) : null;
}
