import { useState } from "react";
import type { Member } from "../api/types";
import { t } from "../i18n";
import { presence } from "../live/presence";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { Avatar, Badge, Button, type Column, EditIcon, EmptyState, IconButton, LinkIcon, Page, PeopleIcon, PlusIcon, Table } from "../ui";
import { byName } from "./colleagues";
import { InviteDialog } from "./InviteDialog";
import { LinkDialog } from "./LinkDialog";
import { MemberDialog } from "./MemberDialog";
import "./people.css";

type Open = { dialog: "invite" } | { dialog: "edit" | "link"; member: Member } | null;

/** Who works here, in which role, in which teams. */
export default function MembersPage() {
  const members = byName(useStore(directory, (state) => state.members));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const inviteButton = <Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ dialog: "invite" })}>{t("people.invite")}</Button>;

  return (
    <Page title={t("people.members")} lead={t("people.members.lead")} actions={inviteButton}>
      <Table label={t("people.members")} columns={useColumns()} rows={members} rowId={(member) => member.id} actions={(member) => (
        <>
          {member.status !== "disabled" && <IconButton icon={LinkIcon} label={t(member.status === "invited" ? "people.link.again" : "people.link.reset")} onPress={() => setOpen({ dialog: "link", member })} />}
          <IconButton icon={EditIcon} label={t("people.edit", { name: member.name })} onPress={() => setOpen({ dialog: "edit", member })} />
        </>
      )} />
      {members.length === 1 && <EmptyState icon={PeopleIcon} title={t("people.members.alone")} text={t("people.members.alone.text")} />}
      {open?.dialog === "invite" && <InviteDialog onClose={close} />}
      {open?.dialog === "edit" && <MemberDialog member={open.member} onClose={close} />}
      {open?.dialog === "link" && <LinkDialog member={open.member} onClose={close} />}
    </Page>
  );
}

function useColumns(): Column<Member>[] {
  const teams = useStore(directory, (state) => state.teams);
  return [
    { id: "name", title: t("people.name"), cell: (member) => <Person member={member} /> },
    { id: "role", title: t("people.role"), isMinor: true, cell: (member) => t(`people.role.${member.role}`) },
    { id: "teams", title: t("people.teams"), isMinor: true, cell: (member) => member.teamIds.map((id) => teams[id]?.name).filter(Boolean).join(", ") || "–" },
  ];
}

function Person({ member }: { member: Member }) {
  const me = useSession().member;
  const here = useStore(presence, (state) => state.members[member.id]) ?? "offline";
  return (
    <span className="person">
      <Avatar name={member.name} size={36} presence={member.status === "active" ? here : undefined} />
      <span>
        <span className="person-name">
          <strong>{member.name}</strong>
          {member.id === me.id && <Badge>{t("people.you")}</Badge>}
          {member.status === "invited" && <Badge tone="accent">{t("people.status.invited")}</Badge>}
          {member.status === "disabled" && <Badge tone="warn">{t("people.status.disabled")}</Badge>}
        </span>
        <small>{member.email}</small>
        <small className="person-role">{t(`people.role.${member.role}`)}</small>
      </span>
    </span>
  );
}
