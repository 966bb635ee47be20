import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { useMay } from "../shell/session";
import { EyeIcon, IconButton } from "../ui";
import { hide } from "./actions";

/** Takes a comment from the eyes of the public, or gives it back. */
export default function HideTool({ message }: { message: MessageView }) {
  if (!useMay()("answerConversations")) return null;
  const isHidden = message.hiddenAt !== null;
  return <IconButton icon={EyeIcon} size="sm" isActive={isHidden} label={t(isHidden ? "conversations.unhide" : "conversations.hide")} onPress={() => void hide(message.id, !isHidden)} />;
}
