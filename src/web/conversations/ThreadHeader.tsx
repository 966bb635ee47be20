import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useMay } from "../shell/session";
import { Avatar, BackIcon, Badge, BoomerangIcon, Button, IconButton, PauseIcon, ReopenIcon, SidebarIcon, type Tone, Tooltip } from "../ui";
import { cancelBoomerang, pend, reopen, unpend } from "./actions";
import { AssigneeMenu } from "./AssigneeMenu";
import { BoomerangMenu } from "./BoomerangMenu";
import { panels, showContact } from "./panels";
import { goTo } from "./place";
import { ScoreChip } from "../surveys/ScoreChip";
import { ResolveMenu } from "./ResolveMenu";

const tones: Record<string, Tone> = { new: "accent", pending: "warn", resolved: "good", held: "neutral" };

/** Who it is, how it stands, and what one can do with it. */
export function ThreadHeader({ row, mayReopen }: { row: ConversationRow; mayReopen: boolean }) {
  const channel = useStore(directory, (state) => state.channels[row.channelId]?.name);
  const may = useMay();
  const isContactShown = useStore(panels, (state) => state.isContactShown);
  return (
    <header className="thread-header">
      <span className="only-phone"><IconButton icon={BackIcon} label={t("conversations.back")} onPress={() => goTo(null)} /></span>
      <Avatar name={row.contact.name} url={row.contact.avatarUrl} size={36} />
      <div className="thread-who">
        <h2 className="truncate">{row.contact.name}</h2>
        <p className="truncate"><Badge tone={tones[row.state]}>{t(`conversations.state.${row.state}.one`)}</Badge> {row.score && <ScoreChip score={row.score} />} <span className="truncate">{channel} · {t("conversations.number", { number: String(row.number) })}</span></p>
      </div>
      <div className="thread-actions">
        {row.boomerangAt && <Button size="sm" variant="ghost" isMinor icon={BoomerangIcon} aria-label={t("conversations.boomerang.cancel", { at: momentOf(new Date(row.boomerangAt)) })} onPress={() => void cancelBoomerang(row.id)}>{t("conversations.boomerang.cancel", { at: momentOf(new Date(row.boomerangAt)) })}</Button>}
        {row.state !== "resolved" && may("assignConversations") && <AssigneeMenu row={row} />}
        {!row.boomerangAt && mayReopen && <BoomerangMenu row={row} />}
        {row.state === "new" && <Labelled isMinor icon={PauseIcon} words={t("conversations.pend")} keys="p" onPress={() => void pend(row.id)} />}
        {row.state === "pending" && <Labelled isMinor icon={ReopenIcon} words={t("conversations.unpend")} keys="p" onPress={() => void unpend(row.id)} />}
        {row.state === "resolved"
          ? mayReopen && <Labelled icon={ReopenIcon} words={t("conversations.reopen")} keys="o" onPress={() => void reopen(row.id)} />
          : <ResolveMenu row={row} />}
        <IconButton icon={SidebarIcon} label={t(isContactShown ? "conversations.contact.hide" : "conversations.contact.show")} shortcut="i" isActive={isContactShown} onPress={() => showContact(!isContactShown)} />
      </div>
    </header>
  );
}

function Labelled({ icon, words, keys, isMinor, onPress }: { icon: typeof PauseIcon; words: string; keys: string; isMinor?: boolean; onPress: () => void }) {
  return (
    <Tooltip text={words} shortcut={keys}>
      <Button size="sm" isMinor={isMinor} icon={icon} aria-label={words} onPress={onPress}>{words}</Button>
    </Tooltip>
  );
}
