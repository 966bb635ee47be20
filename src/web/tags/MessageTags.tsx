import { useEffect } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { CloseIcon, TagIcon } from "../ui";
import { fetchTags, setTag, tags } from "./tags";
import "./tags.css";

/** Under a message: what was said it is. */
export default function MessageTags({ messageId, ids }: { messageId: string; ids: readonly string[] }) {
  const known = useStore(tags, (state) => state.items) ?? [];
  useEffect(() => void fetchTags(), []);
  return (
    <span className="message-tags">
      {known.filter((one) => ids.includes(one.id)).map((one) => (
        <span key={one.id} className="message-tag" title={one.description ?? undefined}>
          <TagIcon size={12} />{one.name}
          <button type="button" aria-label={t("tags.takeOff", { name: one.name })} onClick={() => void setTag(messageId, one.id, false)}><CloseIcon size={11} /></button>
        </span>
      ))}
    </span>
  );
}
