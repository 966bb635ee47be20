import { api, errorText } from "../api/client";
import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { useMay } from "../shell/session";
import { Button, ClockIcon, toast } from "../ui";
import { sendAgain, undoSending } from "./actions";
import "./Scheduled.css";
import { thread } from "./thread";

/** Under an answer that waits for its time: when it leaves, whether it still fits, and what one can do until then. */
export default function Scheduled({ message }: { message: MessageView }) {
  const mayAnswer = useMay()("answerConversations");
  // Ids grow with time: what the customer wrote after it has a higher one.
  const isOvertaken = useStore(thread, ({ messages }) => messages.some((one) => one.direction === "in" && one.id > message.id));
  const cancel = () => void api.delete(`/messages/${message.id}`).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
  return (
    <footer className="scheduled" role="status">
      <p><ClockIcon size={15} />{t("conversations.later.leaves", { at: momentOf(new Date(message.at)) })}</p>
      {isOvertaken && <p className="scheduled-warning">{t("conversations.later.overtaken")}</p>}
      {mayAnswer && (
        <span>
          <Button size="sm" onPress={() => void sendAgain(message)}>{t("conversations.later.now")}</Button>
          {message.kind !== "template" && <Button size="sm" onPress={() => void undoSending(message)}>{t("conversations.later.edit")}</Button>}
          <Button size="sm" variant="ghost" onPress={cancel}>{t("conversations.later.cancel")}</Button>
        </span>
      )}
    </footer>
  );
}
