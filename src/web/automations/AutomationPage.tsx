import { useEffect, useState } from "react";
import type { Automation, AutomationDraft } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { directory } from "../shell/directory";
import type { PageProps } from "../shell/page";
import { Link, navigate } from "../shell/router";
import { useForm } from "../shell/useForm";
import { tags } from "../tags/tags";
import { BackIcon, Button, Callout, EmptyState, Page, QuestionIcon, Section, Switch, TextField } from "../ui";
import { Actions } from "./Actions";
import { addAutomation, automations, changeAutomation, fetchAutomations } from "./automations";
import { ConditionBuilder } from "./ConditionBuilder";
import { isComplete, newDraft } from "./conditions";
import { Rehearsal } from "./Rehearsal";
import { sentenceOf } from "./sentence";
import { draftOf } from "./templates";
import { TryDraft } from "./Trial";
import { Troubles } from "./Troubles";
import { useNames } from "./useNames";
import "../routing/routing.css";
import "./automations.css";

const list = "/settings/routing/automations";

/** One automation: which messages it is for, said in plain words beside it, and what it does with them. */
export default function AutomationPage({ params }: PageProps) {
  const id = params.automationId!;
  const template = id === "new" ? new URLSearchParams(location.search).get("template") : null;
  const { status, items } = useStore(automations, (state) => state);
  const isNamed = useStore(tags, (state) => state.items !== null);
  const names = useNames();
  const asksReason = useStore(directory, (state) => state.resolveScopes.reasons.automation);
  useEffect(() => void fetchAutomations(), [id]);
  if (status === "loading" || (template && !isNamed)) return null;
  const automation = items.find((one) => one.id === id) ?? null;
  if (id !== "new" && !automation) return <EmptyState icon={QuestionIcon} title={t("errors.not_found")} action={<Button onPress={() => navigate(list)}>{t("automations.all")}</Button>} />;
  return <Editor key={id + template} automation={automation} start={automation ?? (template ? draftOf(template, names, asksReason) : newDraft())} />;
}

function Editor({ automation, start }: { automation: Automation | null; start: AutomationDraft }) {
  const names = useNames();
  const asksReason = useStore(directory, (state) => state.resolveScopes.reasons.automation);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<AutomationDraft>({ name: start.name, everyChannel: start.everyChannel, channelIds: start.channelIds, filter: start.filter, actions: start.actions });
  const change = (changes: Partial<AutomationDraft>) => setDraft({ ...draft, ...changes });
  const { isPending, error, submit } = useForm(async () => {
    await (automation ? changeAutomation(automation.id, draft) : addAutomation(draft, key));
    await fetchAutomations();
    navigate(list);
  });
  const isReady = isComplete(draft, asksReason);

  return (
    <Page title={automation?.name ?? t("automations.add")} lead={t("automations.one.lead")} actions={<Link href={list} className="page-back"><BackIcon size={15} /> {t("automations.all")}</Link>}>
      <form className="rule-form" onSubmit={submit}>
        {automation && automation.troubles.length > 0 && <Callout tone="warn"><Troubles troubles={automation.troubles} /></Callout>}
        <Section><TextField label={t("automations.name")} placeholder={t("automations.name.example")} value={draft.name} onChange={(name) => change({ name })} isRequired maxLength={80} autoComplete="off" autoFocus={!automation} /></Section>
        <div className="rule-columns">
          <div className="automation-steps">
            <Section title={t("automations.if")} lead={t("automations.if.lead")}><ConditionBuilder filter={draft.filter} onChange={(filter) => change({ filter })} /></Section>
            <Section title={t("automations.then")} lead={t("automations.then.lead")}><Actions actions={draft.actions} names={names} onChange={(actions) => change({ actions })} /></Section>
            <Section title={t("automations.channels")} lead={t("automations.channels.lead")}><Channels draft={draft} onChange={change} /></Section>
          </div>
          <aside className="in-words" aria-live="polite">
            <h2>{t("routing.inWords")}</h2>
            <p>{sentenceOf(draft, names)}</p>
          </aside>
        </div>
        <TryDraft draft={draft} isReady={isReady} />
        <Rehearsal draft={draft} isReady={isReady} />
        {error && <Callout tone="bad">{error}</Callout>}
        <div className="form-end">
          <Button variant="ghost" onPress={() => navigate(list)}>{t("ui.cancel")}</Button>
          <Button variant="primary" type="submit" isPending={isPending} isDisabled={!isReady}>{t("routing.save")}</Button>
        </div>
      </form>
    </Page>
  );
}

function Channels({ draft: { everyChannel, channelIds }, onChange }: { draft: AutomationDraft; onChange: (changes: Partial<AutomationDraft>) => void }) {
  const channels = byName(useStore(directory, (state) => state.channels));
  const picked = channelIds ?? [];
  return (
    <div className="automation-channels">
      <Switch label={t("automations.channels.every")} hint={t("automations.channels.every.hint")} isOn={everyChannel} onChange={(every) => onChange({ everyChannel: every, channelIds: every ? [] : picked })} />
      {!everyChannel && (
        <div className="team-switches">
          {channels.map((channel) => <Switch key={channel.id} label={channel.name} isOn={picked.includes(channel.id)} onChange={(on) => onChange({ channelIds: on ? [...picked, channel.id] : picked.filter((id) => id !== channel.id) })} />)}
        </div>
      )}
    </div>
  );
}
