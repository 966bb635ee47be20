import { useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { AutoResolve, AutoResolveEnding } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { directory } from "../shell/directory";
import { Button, Callout, Dialog, Page, Section, Select, Skeleton, Table, toast } from "../ui";
import "./autoResolve.css";
import { isPossible, ownOf, withOwn } from "./patience";
import { PatienceField } from "./PatienceField";

const none = "none";

/** When conversations nobody goes on with end by themselves, and why. */
export default function AutoResolvePage() {
  const [setting, setSetting] = useState<AutoResolve | null>(null);
  const [openCount, setOpenCount] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => void api.get("/auto-resolve").then((kept) => (setSetting(kept.setting), setOpenCount(kept.openCount))).catch((refused: unknown) => setError(errorText(refused))), []);

  const save = async (applyToOpen: boolean) => {
    setAsking(false);
    try {
      const kept = await api.put("/auto-resolve", { setting: setting!, applyToOpen });
      setSetting(kept.setting);
      setError(null);
      toast(t("autoResolve.saved"), { tone: "good" });
    } catch (refused) {
      setError(errorText(refused));
    }
  };
  const times = setting ? [setting.new.minutes, setting.pending.minutes, setting.boomerangMinutes, ...setting.channels.flatMap((one) => [one.new?.minutes ?? null, one.pending?.minutes ?? null])] : [];

  return (
    <Page title={t("administration.page.autoResolve")} lead={t("autoResolve.lead")}>
      {error && <Callout tone="bad">{error}</Callout>}
      {!setting ? !error && <Skeleton height={240} /> : (
        <form className="auto-resolve" onSubmit={(event) => (event.preventDefault(), openCount > 0 ? setAsking(true) : void save(false))}>
          <State state="new" ending={setting.new} onChange={(ending) => setSetting({ ...setting, new: ending })} />
          <State state="pending" ending={setting.pending} onChange={(ending) => setSetting({ ...setting, pending: ending })} />
          <Section title={t("autoResolve.boomerang")} lead={t("autoResolve.boomerang.lead")}>
            <PatienceField label={t("autoResolve.boomerang.back")} minutes={setting.boomerangMinutes} first={1440} onChange={(minutes) => setSetting({ ...setting, boomerangMinutes: minutes ?? null })} />
          </Section>
          <Channels setting={setting} onChange={setSetting} />
          <div className="form-end"><Button type="submit" variant="primary" isDisabled={!times.every(isPossible)}>{t("autoResolve.save")}</Button></div>
        </form>
      )}
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t("autoResolve.open.title", { count: openCount })} actions={<>
        <Button variant="ghost" onPress={() => void save(false)}>{t("autoResolve.open.no")}</Button>
        <Button variant="primary" onPress={() => void save(true)}>{t("autoResolve.open.yes", { count: openCount })}</Button>
      </>}>
        <p>{t("autoResolve.open.text")}</p>
      </Dialog>
    </Page>
  );
}

function State({ state, ending, onChange }: { state: "new" | "pending"; ending: AutoResolveEnding; onChange: (ending: AutoResolveEnding) => void }) {
  const asksReason = useStore(directory, (known) => known.resolveScopes.reasons.autoResolve);
  const reasons = Object.values(useStore(directory, (known) => known.resolveReasons)).filter((one) => one.isUsed && !one.isArchived && one.comment !== "required").sort((a, b) => a.place - b.place);
  return (
    <Section title={t(`autoResolve.${state}`)} lead={t(`autoResolve.${state}.lead`)}>
      <div className="auto-resolve-fields">
        <PatienceField label={t("autoResolve.resolve")} minutes={ending.minutes} onChange={(minutes) => onChange({ ...ending, minutes: minutes ?? null })} />
        {asksReason && ending.minutes !== null && (
          <Select
            label={t("autoResolve.reason")} value={ending.reasonId ?? none} onChange={(id) => onChange({ ...ending, reasonId: id === none ? null : id })}
            choices={[{ id: none, label: t("autoResolve.reason.choose") }, ...reasons.map(({ id, name }) => ({ id, label: name }))]}
          />
        )}
      </div>
      {state === "new" && ending.minutes !== null && <Callout tone="warn">{t("autoResolve.new.warning")}</Callout>}
    </Section>
  );
}

/** What is different on some channels; a row without a difference is left out when it is saved. */
function Channels({ setting, onChange }: { setting: AutoResolve; onChange: (setting: AutoResolve) => void }) {
  const channels = byName(useStore(directory, (state) => state.channels));
  const cell = (state: "new" | "pending") => (channel: (typeof channels)[number]) => {
    const own = ownOf(setting, channel.id)[state];
    return <PatienceField label={`${channel.name}, ${t(`autoResolve.${state}`)}`} minutes={own ? own.minutes : undefined} everywhere={setting[state].minutes} onChange={(minutes) => onChange(withOwn(setting, channel.id, state, minutes))} />;
  };
  if (channels.length === 0) return null;
  return (
    <Section title={t("autoResolve.channels")} lead={t("autoResolve.channels.lead")}>
      <Table
        label={t("autoResolve.channels")} rows={channels} rowId={(channel) => channel.id}
        columns={[
          { id: "name", title: t("autoResolve.channel"), cell: (channel) => <strong>{channel.name}</strong> },
          { id: "new", title: t("autoResolve.new"), cell: cell("new") },
          { id: "pending", title: t("autoResolve.pending"), cell: cell("pending") },
        ]}
      />
    </Section>
  );
}
