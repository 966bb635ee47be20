import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { SkillSet } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { directory } from "../shell/directory";
import type { PageProps } from "../shell/page";
import { Link, navigate } from "../shell/router";
import { useForm } from "../shell/useForm";
import { BackIcon, Button, Callout, EmptyState, Page, QuestionIcon, Section, Switch, TextField } from "../ui";
import { FilterBuilder } from "./FilterBuilder";
import { Rehearsal } from "./Rehearsal";
import { addSkillSet, changeSkillSet, fetchRouting, isComplete, newFilter, routing } from "./rules";
import { sentenceOf } from "./sentence";
import "./routing.css";

const list = "/settings/routing/skill-sets";

/** One skill set: its rules, said in plain words beside them, and the teams it is applied to. */
export default function SkillSetPage({ params }: PageProps) {
  const id = params.skillSetId!;
  const { status, items } = useStore(routing, (state) => state);
  const set = items.find((one) => one.id === id) ?? null;
  useEffect(() => void fetchRouting(), [id]);
  if (status === "loading") return null;
  if (id !== "new" && !set) return <EmptyState icon={QuestionIcon} title={t("errors.not_found")} action={<Button onPress={() => navigate(list)}>{t("routing.skillSets.all")}</Button>} />;
  return <Editor key={id} set={set} />;
}

function Editor({ set }: { set: SkillSet | null }) {
  const teams = byName(useStore(directory, (state) => state.teams));
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(set?.name ?? "");
  const [filter, setFilter] = useState(set?.filter ?? newFilter());
  const [teamIds, setTeamIds] = useState(set?.teamIds ?? []);
  const form = { name, filter, teamIds };
  const { isPending, error, submit } = useForm(async () => {
    await (set ? changeSkillSet(set.id, form) : addSkillSet(form, key));
    await fetchRouting();
    navigate(list);
  });
  const isReady = isComplete(filter);

  return (
    <Page title={set?.name ?? t("routing.skillSet.add")} lead={t("routing.skillSet.lead")} actions={<Link href={list} className="page-back"><BackIcon size={15} /> {t("routing.skillSets.all")}</Link>}>
      <form className="rule-form" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        {set && !set.complete && <Callout tone="warn">{t("routing.skillSet.incomplete.text")}</Callout>}
        <Section><TextField label={t("routing.skillSet.name")} placeholder={t("routing.skillSet.name.example")} value={name} onChange={setName} isRequired maxLength={80} autoComplete="off" autoFocus={!set} /></Section>
        <div className="rule-columns">
          <Section title={t("routing.rules")} lead={t("routing.rules.lead")}><FilterBuilder filter={filter} onChange={setFilter} /></Section>
          <InWords filter={filter} />
        </div>
        <Section title={t("routing.teams")} lead={t("routing.teams.lead")}>
          {teams.length === 0 ? <p className="field-hint">{t("routing.none.team")}</p> : (
            <div className="team-switches">
              {teams.map((team) => <Switch key={team.id} label={team.name} isOn={teamIds.includes(team.id)} onChange={(on) => setTeamIds(on ? [...teamIds, team.id] : teamIds.filter((one) => one !== team.id))} />)}
            </div>
          )}
        </Section>
        <Rehearsal question={{ id: set?.id ?? null, ...form }} ask={(question) => api.post("/skill-sets/rehearsal", question)} isReady={isReady && name.trim() !== ""} />
        <div className="form-end">
          <Button variant="ghost" onPress={() => navigate(list)}>{t("ui.cancel")}</Button>
          <Button variant="primary" type="submit" isPending={isPending} isDisabled={!isReady}>{t("routing.save")}</Button>
        </div>
      </form>
    </Page>
  );
}

function InWords({ filter }: { filter: SkillSet["filter"] }) {
  const { topics, channels } = useStore(directory, (state) => state);
  const groups = useStore(routing, (state) => state.groups);
  return (
    <aside className="in-words" aria-live="polite">
      <h2>{t("routing.inWords")}</h2>
      <p>{sentenceOf(filter, { topics, channels, groups })}</p>
    </aside>
  );
}
