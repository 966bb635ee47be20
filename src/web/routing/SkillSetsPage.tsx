import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { SkillSet } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { directory } from "../shell/directory";
import { Link, navigate } from "../shell/router";
import { AlertIcon, Badge, Button, Callout, type Column, Confirm, EditIcon, EmptyState, IconButton, Page, PlusIcon, RouteIcon, Section, Switch, Table, toast, TrashIcon } from "../ui";
import { changeSkillSet, fetchRouting, removeSkillSet, routing, setFallback } from "./rules";
import { sentenceOf } from "./sentence";
import "./routing.css";

const address = (id: string) => `/settings/routing/skill-sets/${id}`;
const say = (error: unknown) => toast(errorText(error), { tone: "bad" });

/** Which team gets which conversations, and who catches the rest. */
export default function SkillSetsPage() {
  const { status, items, recomputing } = useStore(routing, (state) => state);
  const [removed, setRemoved] = useState<SkillSet | null>(null);
  useEffect(() => void fetchRouting(), []);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => navigate(address("new"))}>{t("routing.skillSet.add")}</Button>;
  if (status === "failed") return <EmptyState icon={AlertIcon} title={t("errors.unexpected")} action={<Button onPress={() => void fetchRouting()}>{t("shell.unreachable.retry")}</Button>} />;
  if (status === "loading") return null;

  return (
    <Page title={t("routing.skillSets")} lead={t("routing.skillSets.lead")} actions={items.length > 0 && addButton}>
      {recomputing && <Callout>{t("routing.recomputing")}</Callout>}
      {items.length === 0
        ? <EmptyState icon={RouteIcon} title={t("routing.skillSets.empty.title")} text={t("routing.skillSets.empty.text")} action={addButton} />
        : <Table label={t("routing.skillSets")} columns={columns()} rows={items} rowId={(set) => set.id} actions={(set) => (
            <>
              <IconButton icon={EditIcon} label={t("routing.skillSet.edit", { name: set.name })} onPress={() => navigate(address(set.id))} />
              <IconButton icon={TrashIcon} label={t("routing.skillSet.remove", { name: set.name })} onPress={() => setRemoved(set)} />
            </>
          )} />}
      <Fallback />
      {removed && (
        <Confirm
          isOpen isDanger onClose={() => setRemoved(null)} title={t("routing.skillSet.remove.title", { name: removed.name })} text={t("routing.skillSet.remove.text")}
          action={t("routing.skillSet.remove.action")} onConfirm={() => removeSkillSet(removed.id).then(fetchRouting).catch(say)}
        />
      )}
    </Page>
  );
}

const columns = (): Column<SkillSet>[] => [
  { id: "name", title: t("routing.skillSet.name"), cell: (set) => <Described set={set} /> },
  { id: "teams", title: t("routing.teams"), isMinor: true, cell: (set) => <TeamsOf set={set} /> },
  { id: "enabled", title: t("routing.skillSet.enabled"), cell: (set) => <Switch label={<span className="visually-hidden">{t("routing.skillSet.turn", { name: set.name })}</span>} isOn={set.enabled} onChange={(enabled) => void changeSkillSet(set.id, { enabled }).then(fetchRouting).catch(say)} /> },
];

function Described({ set }: { set: SkillSet }) {
  const { topics, channels } = useStore(directory, (state) => state);
  const groups = useStore(routing, (state) => state.groups);
  return (
    <div className="skill-set">
      <span><Link href={address(set.id)}>{set.name}</Link> {!set.complete && <Badge tone="warn">{t("routing.skillSet.incomplete")}</Badge>}</span>
      <p>{sentenceOf(set.filter, { topics, channels, groups })}</p>
    </div>
  );
}

function TeamsOf({ set }: { set: SkillSet }) {
  const teams = useStore(directory, (state) => state.teams);
  const names = set.teamIds.map((id) => teams[id]?.name).filter(Boolean);
  return names.length > 0 ? <>{names.join(", ")}</> : <Badge tone="warn">{t("routing.skillSet.noTeam")}</Badge>;
}

function Fallback() {
  const teams = byName(useStore(directory, (state) => state.teams));
  const picked = useStore(routing, (state) => state.fallbackTeamIds);
  const turn = (id: string, on: boolean) => void setFallback(on ? [...picked, id] : picked.filter((one) => one !== id)).then(fetchRouting).catch(say);
  return (
    <Section title={t("routing.fallback")} lead={t("routing.fallback.lead")}>
      {teams.length === 0 ? <p className="field-hint">{t("routing.none.team")}</p> : (
        <div className="team-switches">
          {teams.map((team) => <Switch key={team.id} label={team.name} hint={t("people.members.count", { count: team.memberIds.length })} isOn={picked.includes(team.id)} onChange={(on) => turn(team.id, on)} />)}
        </div>
      )}
      {teams.length > 0 && picked.length === 0 && <p className="field-hint">{t("routing.fallback.none")}</p>}
    </Section>
  );
}
