import type { ConversationRow } from "../api/types";
import { useEffect } from "react";
import { t } from "../i18n";
import { presence } from "../live/presence";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { Avatar, Button, CloseIcon, Menu, type MenuEntry, type MenuGroup, PersonIcon, SparkIcon } from "../ui";
import { delegates, fetchDelegates } from "../virtual-agents/delegates";
import { assign, delegate, take } from "./actions";
import { panelProps, panels } from "./panels";

const rank = { available: 0, away: 1, offline: 2 };

function usePresence() {
  const members = useStore(directory, (state) => state.members);
  const here = useStore(presence, (state) => state.members);
  return (id: string) => here[id] ?? members[id]?.presence ?? "offline";
}

/** Whom it can be given to: oneself, a colleague (those who are here first), and nobody unless nobody has it. */
export function useAssigneeGroups(assigneeId: string | null | undefined, words: Pick<MenuEntry, "label" | "shortcut"> & { nobody: string }, give: (memberId: string | null) => void): MenuGroup[] {
  const { member: me } = useSession();
  const members = useStore(directory, (state) => state.members);
  const presenceOf = usePresence();
  const colleagues = Object.values(members)
    .filter((one) => one.id !== me.id && one.status === "active" && one.role !== "viewer")
    .sort((a, b) => rank[presenceOf(a.id)] - rank[presenceOf(b.id)] || a.name.localeCompare(b.name))
    .map((one): MenuEntry => ({
      id: one.id, label: one.name, hint: t(`conversations.presence.${presenceOf(one.id)}`), isChecked: assigneeId === one.id,
      figure: <Avatar name={one.name} size={24} presence={presenceOf(one.id)} />, onAction: () => give(one.id),
    }));
  const mine: MenuEntry = {
    id: "me", label: words.label, shortcut: words.shortcut, isChecked: assigneeId === me.id,
    figure: <Avatar name={me.name} size={24} />, onAction: () => give(me.id),
  };
  const nobody: MenuEntry = { id: "nobody", label: words.nobody, icon: CloseIcon, onAction: () => give(null) };
  return [{ id: "me", entries: assigneeId === null ? [mine] : [mine, nobody] }, { id: "colleagues", title: t("conversations.colleagues"), entries: colleagues }];
}

/** Who looks after it. */
export function AssigneeMenu({ row }: { row: ConversationRow }) {
  const { member: me } = useSession();
  const open = useStore(panels, (state) => state.open);
  const assignee = useStore(directory, (state) => (row.assigneeId ? state.members[row.assigneeId] : undefined));
  const presenceOf = usePresence();
  const isOpen = open === "assignee";
  const agents = useStore(delegates, (state) => state.items);
  useEffect(() => void (isOpen && !agents && fetchDelegates().catch(() => {})), [isOpen, agents]);
  const virtual = (agents ?? []).filter((one) => row.visibility === "private" && one.id !== row.holder?.id && one.channelIds.includes(row.channelId))
    .map((one): MenuEntry => ({ id: one.id, label: one.name, icon: SparkIcon, onAction: () => void delegate(row.id, one.id) }));
  const groups = useAssigneeGroups(row.assigneeId, { label: t("conversations.assign.me"), shortcut: "m", nobody: t("conversations.assign.nobody") }, (memberId) => void (memberId === me.id && !row.assigneeId ? take(row.id, me.id) : assign(row.id, memberId)));

  return (
    <Menu
      {...panelProps(open, "assignee")}
      label={t("conversations.assign")}
      placement="bottom end"
      trigger={
        <Button size="sm" variant={assignee ? "ghost" : "secondary"} icon={assignee ? undefined : PersonIcon} aria-label={assignee ? t("conversations.assign.change", { name: assignee.name }) : t("conversations.assign")}>
          {assignee ? <span className="assignee"><Avatar name={assignee.name} size={22} presence={presenceOf(assignee.id)} /><span className="assignee-name">{assignee.id === me.id ? t("conversations.you") : assignee.name.split(" ")[0]}</span></span> : t("conversations.assign")}
        </Button>
      }
      groups={virtual.length > 0 ? [...groups, { id: "virtual", title: t("conversations.virtualAgents"), entries: virtual }] : groups}
    />
  );
}
