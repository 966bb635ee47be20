import type { ContactView, ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { useMay } from "../shell/session";
import { Button, ChatIcon } from "../ui";
import "./AlsoOpen.css";
import { openOthers } from "./others";
import { openPanel } from "./panels";

/** The customer is waiting elsewhere too: the way there, and to putting what is open here into it. */
export default function AlsoOpen({ row, contact }: { row: ConversationRow; contact: ContactView }) {
  const channels = useStore(directory, (state) => state.channels);
  const mayMerge = useMay()("fileConversations");
  return (
    <div className="also-open">
      <ChatIcon size={15} />
      <span>{t("conversations.also")}</span>
      {openOthers(row, contact).map((one) => (
        <Link key={one.id} href={`/inbox/${one.id}${location.search}`}>{channels[one.channelId]?.name ?? "…"} · {t("conversations.number", { number: String(one.number) })}</Link>
      ))}
      {mayMerge && <Button size="sm" variant="ghost" onPress={() => openPanel("mergeInto")}>{t("conversations.merge.action")}</Button>}
    </div>
  );
}
