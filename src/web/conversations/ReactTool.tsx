import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { useMay } from "../shell/session";
import { IconButton, Popup, SmileIcon } from "../ui";
import { react } from "./actions";
import "./ReactTool.css";

/** Puts one of the network's emoji on what a customer wrote; the same one again takes it back. */
export default function ReactTool({ message, emojis }: { message: MessageView; emojis: string[] }) {
  if (!useMay()("answerConversations")) return null;
  const ours = message.reactions.find(({ by }) => by === "member")?.emoji;
  return (
    <Popup label={t("conversations.react")} placement="top" trigger={<IconButton icon={SmileIcon} size="sm" isActive={ours !== undefined} label={t("conversations.react")} />}>
      {(close) => (
        <div className="react-emojis" role="group" aria-label={t("conversations.react")}>
          {emojis.map((emoji) => (
            <button
              key={emoji} type="button" aria-pressed={emoji === ours} autoFocus={emoji === (ours ?? emojis[0])} aria-label={t(emoji === ours ? "conversations.react.undo" : "conversations.react.with", { emoji })}
              onClick={() => { close(); void react(message.id, emoji === ours ? null : emoji); }}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}
