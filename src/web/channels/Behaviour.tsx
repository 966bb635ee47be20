import { useState } from "react";
import { api, errorText } from "../api/client";
import type { ChannelDetail } from "../api/types";
import { t } from "../i18n";
import { navigate } from "../shell/router";
import { Button, Confirm, Section, Switch, toast } from "../ui";
import { changeChannel, type Changes } from "./kinds";

/** What answering does here, and the end of the channel. */
export function Behaviour({ channel, onSaved }: { channel: ChannelDetail; onSaved: (channel: ChannelDetail) => void }) {
  const [isAsking, setAsking] = useState(false);
  const refused = (error: unknown) => toast(errorText(error), { tone: "bad" });
  const save = (changes: Changes) => void changeChannel(channel.id, changes).then(onSaved, refused);
  const disconnect = async () => {
    await api.delete(`/channels/${channel.id}`);
    navigate("/settings/channels");
  };

  return (
    <>
      <Section title={t("channels.behaviour")}>
        <Switch label={t("channels.autoAssign")} hint={t("channels.autoAssign.hint")} isOn={channel.autoAssignOnReply} onChange={(autoAssignOnReply) => save({ autoAssignOnReply })} />
        <Switch label={t("channels.on")} hint={t("channels.on.hint")} isOn={channel.status !== "disabled"} onChange={(on) => save({ status: on ? "active" : "disabled" })} />
      </Section>
      <Section title={t("channels.disconnect")} lead={t("channels.disconnect.lead")} actions={<Button onPress={() => setAsking(true)}>{t("channels.disconnect.action")}</Button>}>{null}</Section>
      <Confirm
        isOpen={isAsking} isDanger onClose={() => setAsking(false)} title={t("channels.disconnect.title", { name: channel.name })} text={t("channels.disconnect.text")}
        action={t("channels.disconnect.action")} onConfirm={() => disconnect().catch(refused)}
      />
    </>
  );
}
