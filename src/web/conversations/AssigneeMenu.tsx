import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { presence } from "../live/presence";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { Avatar, Button, CloseIcon, Menu, type MenuEntry, PersonIcon } from "../ui";
import { assign, take } from "./actions";
import { panelProps, panels } from "./panels";

const rank = { available: 0, away: 1, offline: 2 };

/** Who looks after it: oneself, a colleague (those who are here first), nobody. */
export function AssigneeMenu({ row }: { row: ConversationRow }) {
  const { member: me } = useSession();
  const members = useStore(directory, (state) => state.members);
  const here = useStore(presence, (state) => state.members);
  const open = useStore(panels, (state) => state.open);
  const assignee = row.assigneeId ? members[row.assigneeId] : undefined;

  const presenceOf = (id: string) => here[id] ?? members[id]?.presence ?? "offline";
  const colleagues = Object.values(members)
    .filter((one) => one.id !== me.id && one.status === "active" && one.role !== "viewer")
    .sort((a, b) => rank[presenceOf(a.id)] - rank[presenceOf(b.id)] || a.name.localeCompare(b.name))
    .map((one): MenuEntry => ({
      id: one.id, label: one.name, hint: t(`conversations.presence.${presenceOf(one.id)}`), isChecked: row.assigneeId === one.id,
      figure: <Avatar name={one.name} size={24} presence={presenceOf(one.id)} />, onAction: () => void assign(row.id, one.id),
    }));
  const mine: MenuEntry = {
    id: "me", label: t("conversations.assign.me"), shortcut: "m", isChecked: row.assigneeId === me.id,
    figure: <Avatar name={me.name} size={24} />, onAction: () => void (row.assigneeId ? assign(row.id, me.id) : take(row.id, me.id)),
  };
  const nobody: MenuEntry = { id: "nobody", label: t("conversations.assign.nobody"), icon: CloseIcon, onAction: () => void assign(row.id, null) };

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
      groups={[{ id: "me", entries: row.assigneeId ? [mine, nobody] : [mine] }, { id: "colleagues", title: t("conversations.colleagues"), entries: colleagues }]}
    />
  );
}
