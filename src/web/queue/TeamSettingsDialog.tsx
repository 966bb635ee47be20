import { useState } from "react";
import type { Team, TeamSettings } from "../api/types";
import { t } from "../i18n";
import { useForm } from "../shell/useForm";
import { Button, Callout, Dialog, Select, Switch, TextField } from "../ui";
import { saveTeamSettings } from "./teamSettings";

const limitByDefault = 5;
const highest = 100;

/** All the switches of one team, saved together. */
export function TeamSettingsDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const [settings, setSettings] = useState(team.settings);
  const [limit, setLimit] = useState(String(team.settings.limit ?? limitByDefault));
  const change = (changes: Partial<TeamSettings>) => setSettings({ ...settings, ...changes });
  const { isPending, error, submit } = useForm(async () => {
    await saveTeamSettings(team.id, { ...settings, limit: settings.limit === null ? null : Number(limit) });
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen title={t("queue.teamSettings.edit", { name: team.name })} lead={t("queue.teamSettings.several")} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" type="submit" form="team-settings" isPending={isPending}>{t("queue.save")}</Button>
    </>}>
      <form id="team-settings" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <fieldset className="switches">
          <legend>{t("queue.work")}</legend>
          <Switch label={t("queue.limit.on")} hint={t("queue.limit.on.hint")} isOn={settings.limit !== null} onChange={(on) => change({ limit: on ? limitByDefault : null })} />
          {settings.limit !== null && (
            <div className="limit">
              <TextField label={t("queue.limit")} type="number" inputMode="numeric" value={limit} onChange={setLimit} isRequired error={isInRange(limit) ? null : t("errors.team.limit.out_of_range", { limit: highest })} />
              <Switch label={t("queue.limit.pending")} hint={t("queue.limit.pending.hint")} isOn={settings.countsPending} onChange={(countsPending) => change({ countsPending })} />
            </div>
          )}
        </fieldset>
        <fieldset className="switches">
          <legend>{t("queue.view")}</legend>
          <Switch label={t("queue.seesOnlyRouted")} hint={t("queue.seesOnlyRouted.hint")} isOn={settings.seesOnlyRouted} onChange={(seesOnlyRouted) => change({ seesOnlyRouted })} />
          <Switch label={t("queue.mayFilter")} hint={t("queue.mayFilter.hint")} isOn={settings.mayFilter} onChange={(mayFilter) => change({ mayFilter })} />
          <Switch label={t("queue.maySort")} hint={t("queue.maySort.hint")} isOn={settings.maySort} onChange={(maySort) => change({ maySort })} />
          {!settings.maySort && (
            <div className="limit">
              <Select label={t("queue.sort")} value={settings.sort} onChange={(sort) => change({ sort })} choices={(["oldest", "newest"] as const).map((id) => ({ id, label: t(`conversations.sort.${id}`) }))} />
            </div>
          )}
          <Switch label={t("queue.mayChooseChannels")} hint={t("queue.mayChooseChannels.hint")} isOn={settings.mayChooseChannels} onChange={(mayChooseChannels) => change({ mayChooseChannels })} />
        </fieldset>
      </form>
    </Dialog>
  );
}

const isInRange = (limit: string) => /^\d+$/.test(limit) && Number(limit) >= 1 && Number(limit) <= highest;
