import { t } from "../i18n";
import { presence } from "../live/presence";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { EyeIcon } from "../ui";

const none: never[] = [];

/** Who else is here: a colleague reading or writing, the customer typing. It keeps its line, so nothing jumps. */
export function Viewers({ conversationId, contactName }: { conversationId: string; contactName: string }) {
  const { member } = useSession();
  const members = useStore(directory, (state) => state.members);
  const viewers = useStore(presence, (state) => state.viewers[conversationId] ?? none).filter((one) => one.memberId !== member.id);
  const isTyping = useStore(presence, (state) => (state.typingContacts[conversationId] ?? 0) > 0);
  const writing = viewers.filter((one) => one.typing);
  const names = (list: typeof viewers) => list.map((one) => members[one.memberId]?.name ?? "…").join(", ");
  return (
    <div className="viewers" role="status">
      {isTyping && <span className="is-typing">{t("conversations.typing.contact", { name: contactName })}<i /><i /><i /></span>}
      {writing.length > 0
        ? <span className="viewers-warn"><EyeIcon size={15} />{t("conversations.typing.members", { names: names(writing), count: writing.length })}</span>
        : viewers.length > 0 && <span><EyeIcon size={15} />{t("conversations.viewing", { names: names(viewers), count: viewers.length })}</span>}
    </div>
  );
}
