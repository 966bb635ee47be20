import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useMay, useSession } from "../shell/session";
import { take } from "../conversations/actions";
import { Button, SparkIcon } from "../ui";
import "./holder.css";

/** A virtual agent answers here; one may go on in its place at any moment. */
export default function HolderBar({ row }: { row: ConversationRow }) {
  const { member } = useSession();
  const mayTake = useMay()("assignConversations");
  return (
    <div className="holder-bar" role="status">
      <SparkIcon size={15} />
      <span>{t("conversations.held", { name: row.holder?.name ?? "" })}</span>
      {mayTake && <Button size="sm" variant="primary" onPress={() => void take(row.id, member.id)}>{t("conversations.takeOver")}</Button>}
    </div>
  );
}
