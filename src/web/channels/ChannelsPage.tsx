import { useEffect, useState } from "react";
import type { Channel } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { Badge, Button, ChevronRightIcon, EmptyState, GlobeIcon, Page, PlusIcon } from "../ui";
import "./channels.css";
import { ConnectDialog } from "./ConnectDialog";
import { KindLogo } from "./KindLogo";
import { fetchKinds, kinds, kindText, problemOf } from "./kinds";
import { Quarantine } from "./Quarantine";

/** Where customers write from, and whether each way works. */
export default function ChannelsPage() {
  const channels = byName(useStore(directory, (state) => state.channels)).sort((a, b) => Number(a.status === "disabled") - Number(b.status === "disabled"));
  const [isConnecting, setConnecting] = useState(false);
  useEffect(() => void fetchKinds().catch(() => {}), []);
  const connectButton = <Button variant="primary" icon={PlusIcon} onPress={() => setConnecting(true)}>{t("channels.connect")}</Button>;

  return (
    <Page title={t("channels.title")} lead={t("channels.lead")} actions={channels.length > 0 && connectButton}>
      {channels.length === 0
        ? <EmptyState icon={GlobeIcon} title={t("channels.empty")} text={t("channels.empty.text")} action={connectButton} />
        : <ul className="channel-list">{channels.map((channel) => <li key={channel.id}><Row channel={channel} /></li>)}</ul>}
      <Quarantine />
      {isConnecting && <ConnectDialog onClose={() => setConnecting(false)} />}
    </Page>
  );
}

function Row({ channel }: { channel: Channel }) {
  const kind = useStore(kinds, (state) => state.items.find((one) => one.kind === channel.kind));
  return (
    <Link href={`/settings/channels/${channel.id}`} data-disabled={channel.status === "disabled" || undefined}>
      <KindLogo kind={kind} size={40} />
      <span className="channel-words">
        <strong>{channel.name}</strong>
        <span>{channel.status === "failing" ? problemOf(kind, channel.problem).text : [kindText(kind, "name"), audienceOf(channel)].filter(Boolean).join(" · ")}</span>
      </span>
      <StatusBadge channel={channel} />
      <ChevronRightIcon size={16} />
    </Link>
  );
}

const audienceOf = (channel: Channel) => (channel.everyone
  ? t("channels.everyone")
  : [t("channels.teams.count", { count: channel.teamIds.length }), t("channels.members.count", { count: channel.memberIds.length })].filter((_, at) => [channel.teamIds, channel.memberIds][at]!.length > 0).join(", ") || t("channels.admins"));

const tones = { active: "good", low: "warn", failing: "bad", disabled: "neutral" } as const;

/** How a channel is doing, in a word. */
export function StatusBadge({ channel }: { channel: Channel }) {
  const status = channel.status === "active" && channel.runsLow ? "low" : channel.status;
  return <Badge tone={tones[status]}>{t(`channels.status.${status}`)}</Badge>;
}
