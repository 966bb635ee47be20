import type { AttachmentKind, Capabilities } from "../api/types";
import { t } from "../i18n";
import { fileSize } from "../i18n/format";

const fits = (type: string, pattern: string) => pattern === "*/*" || pattern === "*" || pattern === type || (pattern.endsWith("/*") && type.startsWith(pattern.slice(0, -1)));

const kindOf = (type: string): AttachmentKind => (["image", "video", "audio"] as const).find((kind) => type.startsWith(`${kind}/`)) ?? "document";

/** What the file dialog offers; a channel that takes any document takes everything. */
export function acceptOf({ attachments }: Capabilities): string | undefined {
  const types = Object.values(attachments.kinds).flatMap((rules) => rules?.types ?? []);
  return types.some((type) => type === "*/*" || type === "*") ? undefined : types.join(",");
}

/** Why the channel would refuse this file, or null: the server checks the same. */
export function troubleOf(file: File, { attachments }: Capabilities): string | null {
  const rules = attachments.kinds[kindOf(file.type)] ?? attachments.kinds.document;
  if (!rules || (rules.types.length > 0 && !rules.types.some((pattern) => fits(file.type, pattern)) && !attachments.kinds.document?.types.some((pattern) => fits(file.type, pattern)))) return t("errors.attachment.type");
  return file.size > rules.maxBytes ? t("conversations.file.tooBig", { max: fileSize(rules.maxBytes) }) : null;
}
