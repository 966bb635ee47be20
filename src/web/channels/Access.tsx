import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { PickMany } from "../people/PickMany";
import { directory } from "../shell/directory";
import { errorText } from "../api/client";
import type { ChannelDetail } from "../api/types";
import { Section, Switch, toast } from "../ui";
import { changeChannel, type Changes } from "./kinds";

/** Who may see the channel and its conversations. Takes effect at once. */
export function Access({ channel, onSaved }: { channel: ChannelDetail; onSaved: (channel: ChannelDetail) => void }) {
  const teams = byName(useStore(directory, (state) => state.teams));
  const members = byName(useStore(directory, (state) => state.members)).filter((one) => one.role !== "admin" && one.status !== "disabled");
  const save = (changes: Changes) => void changeChannel(channel.id, changes).then(onSaved, (error: unknown) => toast(errorText(error), { tone: "bad" }));

  return (
    <Section title={t("channels.access")} lead={t("channels.access.lead")}>
      <Switch label={t("channels.everyone")} hint={t("channels.everyone.hint")} isOn={channel.everyone} onChange={(everyone) => save({ everyone })} />
      {!channel.everyone && (
        <div className="access-lists">
          <PickMany
            label={t("people.teams")} none={t("people.teams.none")} picked={channel.teamIds} onChange={(teamIds) => save({ everyone: false, teamIds })}
            choices={teams.map((team) => ({ id: team.id, label: team.name, hint: t("people.members.count", { count: team.memberIds.length }) }))}
          />
          <PickMany
            label={t("people.members")} none={t("channels.members.none")} picked={channel.memberIds} onChange={(memberIds) => save({ everyone: false, memberIds })}
            choices={members.map((one) => ({ id: one.id, label: one.name, hint: t(`people.role.${one.role}`) }))}
          />
        </div>
      )}
    </Section>
  );
}
