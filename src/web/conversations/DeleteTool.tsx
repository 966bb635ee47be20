import { useState } from "react";
import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { useMay } from "../shell/session";
import { Confirm, IconButton, TrashIcon } from "../ui";
import { deleteComment } from "./actions";

/** Deletes a comment, or what we said in public, at its network: asked first, for nobody brings it back. */
export default function DeleteTool({ message }: { message: MessageView }) {
  const [isAsked, setAsked] = useState(false);
  if (!useMay()("answerConversations")) return null;
  const whose = message.direction === "out" ? "ours" : "theirs";
  return (
    <>
      <IconButton icon={TrashIcon} size="sm" label={t(`conversations.delete.${whose}`)} onPress={() => setAsked(true)} />
      <Confirm
        isOpen={isAsked} isDanger onClose={() => setAsked(false)} title={t(`conversations.delete.${whose}.title`)} text={t(`conversations.delete.${whose}.text`)}
        action={t("conversations.delete.action")} onConfirm={() => deleteComment(message.id)}
      />
    </>
  );
}
