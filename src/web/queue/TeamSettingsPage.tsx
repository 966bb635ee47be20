import { useState } from "react";
import type { Team } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { directory } from "../shell/directory";
import { navigate } from "../shell/router";
import { Badge, Button, type Column, EditIcon, EmptyState, IconButton, Page, PeopleIcon, Table } from "../ui";
import "./queue.css";
import { TeamSettingsDialog } from "./TeamSettingsDialog";

/** How each team works: what it sees of the queue, and whether work is given to its members. */
export default function TeamSettingsPage() {
  const teams = byName(useStore(directory, (state) => state.teams));
  const [open, setOpen] = useState<Team | null>(null);
  return (
    <Page title={t("queue.teamSettings")} lead={t("queue.teamSettings.lead")}>
      {teams.length === 0
        ? <EmptyState icon={PeopleIcon} title={t("queue.teamSettings.empty")} text={t("queue.teamSettings.empty.text")} action={<Button variant="primary" onPress={() => navigate("/settings/teams")}>{t("queue.teamSettings.empty.action")}</Button>} />
        : <Table label={t("queue.teamSettings")} columns={columns()} rows={teams} rowId={(team) => team.id} actions={(team) => (
            <IconButton icon={EditIcon} label={t("queue.teamSettings.edit", { name: team.name })} onPress={() => setOpen(team)} />
          )} />}
      {open && <TeamSettingsDialog team={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const columns = (): Column<Team>[] => [
  { id: "name", title: t("queue.team"), cell: (team) => <><strong>{team.name}</strong><span className="team-size">{t("queue.team.members", { count: team.memberIds.length })}</span></> },
  { id: "work", title: t("queue.work"), cell: ({ settings }) => settings.limit === null
    ? t("queue.work.taken")
    : <Badge tone="accent">{t("queue.work.given", { count: settings.limit })}</Badge> },
  { id: "sees", title: t("queue.sees"), isMinor: true, cell: ({ settings }) => t(settings.seesOnlyRouted ? "queue.sees.routed" : "queue.sees.all") },
  { id: "fixed", title: t("queue.fixed"), isMinor: true, cell: ({ settings }) => fixed(settings) || t("queue.fixed.nothing") },
];

/** What the team may not change, in a few words. */
const fixed = (settings: Team["settings"]) => [
  !settings.mayFilter && t("queue.fixed.filters"),
  !settings.maySort && t(`queue.fixed.sort.${settings.sort}`),
  !settings.mayChooseChannels && t("queue.fixed.channels"),
].filter(Boolean).join(", ");
