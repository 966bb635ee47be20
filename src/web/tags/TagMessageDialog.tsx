import { useEffect } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { thread } from "../conversations/thread";
import { Link } from "../shell/router";
import { useMay } from "../shell/session";
import { Dialog } from "../ui";
import { PickList } from "../ui/PickList";
import { fetchTags, setTag, tags } from "./tags";
import "./tags.css";

/** Says what a message is: the one whose button was pressed; by key, the customer's last. */
export default function TagMessageDialog({ messageId, onClose }: { messageId: string | null; onClose: () => void }) {
  const message = useStore(thread, ({ messages }) =>
    messages.find((one) => one.id === messageId) ?? messages.findLast((one) => one.direction === "in") ?? messages.at(-1));
  const known = useStore(tags, (state) => state.items);
  const may = useMay();
  useEffect(() => void fetchTags(), []);
  if (!message || !known) return null;
  const choices = known.filter((one) => one.active || message.tagIds.includes(one.id)).map((one) => ({ id: one.id, label: one.name, hint: one.description }));
  return (
    <Dialog isOpen onClose={onClose} size="sm" title={t("conversations.tag")} lead={<span className="tagged-words">{message.author.name} · {message.text}</span>}>
      <PickList
        choices={choices} picked={message.tagIds} onToggle={(id, on) => void setTag(message.id, id, on)}
        label={t("tags.title")} find={t("tags.find")} notFound={t("tags.notFound")}
        none={<>{t("tags.none")} {may("manageSettings") && <Link href="/settings/tags">{t("tags.create")}</Link>}</>}
      />
    </Dialog>
  );
}
