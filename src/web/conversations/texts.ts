import type { MessageKind } from "../api/types";
import { t } from "../i18n";

/** One line for a message: its words, or what it is when it has none. */
export const previewText = ({ text, kind }: { text: string | null; kind: MessageKind }) =>
  text?.trim() ? text : t(`conversations.kind.${kind}`);
