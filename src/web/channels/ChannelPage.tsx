import { useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { ChannelDetail, ChannelKind } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import type { PageProps } from "../shell/page";
import { Link, navigate } from "../shell/router";
import { BackIcon, Button, Callout, EmptyState, Page, QuestionIcon } from "../ui";
import { Access } from "./Access";
import { AutoResolve } from "./AutoResolve";
import { Behaviour } from "./Behaviour";
import "./channels.css";
import { StatusBadge } from "./ChannelsPage";
import { Configuration } from "./Configuration";
import { Connection } from "./Connection";
import { Health } from "./Health";
import { Hours } from "./Hours";
import { KindLogo } from "./KindLogo";
import { fetchKinds, kinds, kindText, problemOf, wordFor } from "./kinds";
import { PreChat } from "./PreChat";
import { Quarantine } from "./Quarantine";

/** One channel: what to copy to the other side, its settings, who sees it. */
export default function ChannelPage({ params }: PageProps) {
  const id = params.channelId!;
  const [channel, setChannel] = useState<ChannelDetail | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const live = useStore(directory, (state) => state.channels[id]);
  const kind = useStore(kinds, (state) => state.items.find((one) => one.kind === channel?.kind));
  useEffect(() => {
    void fetchKinds().catch(() => {});
    api.get(`/channels/${id}`).then(setChannel, (error: unknown) => setProblem(errorText(error)));
  }, [id]);

  if (problem) return <EmptyState icon={QuestionIcon} title={problem} action={<Button onPress={() => navigate("/settings/channels")}>{t("channels.all")}</Button>} />;
  if (!channel || !kind) return null;

  const shown = { ...channel, ...live };
  return (
    <Page
      title={shown.name}
      lead={<span className="channel-lead"><KindLogo kind={kind} size={20} /> {kindText(kind, "name")} <StatusBadge channel={shown} /></span>}
      actions={<Link href="/settings/channels" className="channel-all"><BackIcon size={15} /> {t("channels.all")}</Link>}
    >
      {shown.status === "failing" && <Problem kind={kind} problem={shown.problem} />}
      {shown.runsLow && <Low what={shown.runsLow} />}
      {shown.status === "disabled" && <Callout tone="warn">{t("channels.disabled.text")}</Callout>}
      <Connection channel={channel} kind={kind} />
      <Health channel={shown} kind={kind} />
      <Configuration key={channel.id} channel={shown} kind={kind} onSaved={setChannel} />
      <PreChat key={`preChat-${channel.id}`} channel={shown} kind={kind} onSaved={setChannel} />
      <Access channel={shown} onSaved={setChannel} />
      <Hours channel={shown} />
      <AutoResolve key={`autoResolve-${channel.id}`} channelId={channel.id} />
      <Behaviour channel={shown} onSaved={setChannel} />
      <Quarantine channelId={id} />
    </Page>
  );
}

/** What the provider grants only a little longer, and what to do before it is gone. */
function Low({ what }: { what: string }) {
  return <Callout tone="warn" title={wordFor(`channels.low.${what}`, what)}><p>{wordFor(`channels.low.${what}.text`, "")}</p></Callout>;
}

function Problem({ kind, problem }: { kind: ChannelKind; problem: string | null }) {
  const { text, advice, details } = problemOf(kind, problem);
  return <Callout tone="bad" title={t("channels.failing")}>{[text, advice, details].filter(Boolean).map((line) => <p key={line}>{line}</p>)}</Callout>;
}
