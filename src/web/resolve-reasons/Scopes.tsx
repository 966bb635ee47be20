import type { ReactNode } from "react";
import { errorText } from "../api/client";
import type { Channel, ResolveScopes, Visibility } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { navigate } from "../shell/router";
import { Button, EmptyState, GlobeIcon, Section, Switch, Table, toast } from "../ui";
import { setScopes } from "./reasons";

type Way = "bulk" | "autoResolve" | "automation";
type Row = { id: string; channel: Channel } | { id: Way; channel: null };

const ways: readonly Way[] = ["bulk", "autoResolve", "automation"];

/** Where something is asked for: channel by channel for those who resolve by hand, and on the other ways. */
export function Scopes({ which }: { which: "reasons" | "topics" }) {
  const channels = Object.values(useStore(directory, (state) => state.channels)).sort((a, b) => a.name.localeCompare(b.name));
  const scopes = useStore(directory, (state) => state.resolveScopes[which]);
  const change = (next: Partial<ResolveScopes>) => void setScopes({ [which]: { ...scopes, ...next } }).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
  const rows: Row[] = [...channels.map((channel) => ({ id: channel.id, channel })), ...ways.map((id) => ({ id, channel: null }))];

  return (
    <Section title={t(`resolveReasons.scopes.${which}`)} lead={t(`resolveReasons.scopes.${which}.lead`)}>
      {channels.length === 0
        ? <EmptyState icon={GlobeIcon} title={t("resolveReasons.scopes.none.title")} text={t("resolveReasons.scopes.none.text")} action={<Button onPress={() => navigate("/settings/channels")}>{t("resolveReasons.scopes.none.action")}</Button>} />
        : <Table<Row>
            label={t(`resolveReasons.scopes.${which}`)} rows={rows} rowId={(row) => row.id}
            columns={[
              { id: "where", title: t("resolveReasons.scopes.channel"), cell: ({ id, channel }) => channel ? <strong className="scope-name">{channel.name}</strong> : <Words way={id} /> },
              { id: "private", title: t("resolveReasons.scopes.private"), cell: (row) => row.channel ? <Place channel={row.channel} visibility="private" scopes={scopes} change={change} /> : <Way way={row.id} isOn={scopes[row.id]} change={change} /> },
              { id: "public", title: t("resolveReasons.scopes.public"), cell: ({ channel }) => channel && <Place channel={channel} visibility="public" scopes={scopes} change={change} /> },
            ]}
          />}
    </Section>
  );
}

interface PlaceProps { channel: Channel; visibility: Visibility; scopes: ResolveScopes; change: (next: Partial<ResolveScopes>) => void }

function Place({ channel, visibility, scopes, change }: PlaceProps) {
  if (visibility === "public" && channel.capabilities.public === null) return <span className="scope-never" title={t("resolveReasons.scopes.never")}>—</span>;
  const isHere = (one: { channelId: string; visibility: Visibility }) => one.channelId === channel.id && one.visibility === visibility;
  const others = scopes.channels.filter((one) => !isHere(one));
  return <Turn label={t(`resolveReasons.scopes.${visibility}.of`, { channel: channel.name })} isOn={scopes.channels.some(isHere)} onChange={(on) => change({ channels: on ? [...others, { channelId: channel.id, visibility }] : others })} />;
}

const Way = ({ way, isOn, change }: { way: Way; isOn: boolean; change: PlaceProps["change"] }) =>
  <Turn label={t(`resolveReasons.scopes.${way}`)} isOn={isOn} onChange={(on) => change({ [way]: on })} />;

const Words = ({ way }: { way: string }): ReactNode => (
  <span className="scope-name"><strong>{t(`resolveReasons.scopes.${way}`)}</strong><small>{t(`resolveReasons.scopes.${way}.about`)}</small></span>
);

const Turn = ({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (on: boolean) => void }) =>
  <Switch label={<span className="visually-hidden">{label}</span>} isOn={isOn} onChange={onChange} />;
