import { useState } from "react";
import { errorText } from "../api/client";
import type { Member, Team } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Avatar, Button, type Column, Confirm, EditIcon, EmptyState, IconButton, Page, PeopleIcon, PlusIcon, Table, toast, TrashIcon } from "../ui";
import { byName, dissolveTeam } from "./colleagues";
import "./people.css";
import { TeamDialog } from "./TeamDialog";

type Open = { dialog: "add" } | { dialog: "edit" | "dissolve"; team: Team } | null;

/** Who works together. */
export default function TeamsPage() {
  const teams = byName(useStore(directory, (state) => state.teams));
  const [open, setOpen] = useState<Open>(null);
  const columns = useColumns();
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ dialog: "add" })}>{t("people.team.add")}</Button>;

  return (
    <Page title={t("people.teams")} lead={t("people.teams.lead")} actions={teams.length > 0 && addButton}>
      {teams.length === 0
        ? <EmptyState icon={PeopleIcon} title={t("people.teams.empty")} text={t("people.teams.empty.text")} action={addButton} />
        : <Table label={t("people.teams")} columns={columns} rows={teams} rowId={(team) => team.id} actions={(team) => (
            <>
              <IconButton icon={EditIcon} label={t("people.edit", { name: team.name })} onPress={() => setOpen({ dialog: "edit", team })} />
              <IconButton icon={TrashIcon} label={t("people.team.dissolve")} onPress={() => setOpen({ dialog: "dissolve", team })} />
            </>
          )} />}
      {(open?.dialog === "add" || open?.dialog === "edit") && <TeamDialog team={open.dialog === "edit" ? open.team : null} onClose={() => setOpen(null)} />}
      {open?.dialog === "dissolve" && (
        <Confirm
          isOpen isDanger onClose={() => setOpen(null)} title={t("people.team.dissolve.title", { name: open.team.name })} text={t("people.team.dissolve.text")}
          action={t("people.team.dissolve")} onConfirm={() => dissolveTeam(open.team.id).catch((error: unknown) => toast(errorText(error), { tone: "bad" }))}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<Team>[] {
  const members = useStore(directory, (state) => state.members);
  const channels = useStore(directory, (state) => state.channels);
  return [
    { id: "name", title: t("people.team.name"), cell: (team) => <strong>{team.name}</strong> },
    { id: "members", title: t("people.members"), cell: (team) => <Faces members={team.memberIds.map((id) => members[id]).filter((one) => !!one)} /> },
    { id: "channels", title: t("people.team.channels"), isMinor: true, cell: (team) => team.channelIds.map((id) => channels[id]?.name).filter(Boolean).join(", ") || "–" },
  ];
}

const facesShown = 5;

function Faces({ members }: { members: Member[] }) {
  return (
    <span className="faces" title={members.map((one) => one.name).join(", ")}>
      <span>{members.slice(0, facesShown).map((one) => <Avatar key={one.id} name={one.name} size={26} />)}</span>
      {t("people.members.count", { count: members.length })}
    </span>
  );
}
