import { useEffect, useState } from "react";
import { ApiError, errorText } from "../api/client";
import type { Broadcast, ShownBroadcast } from "../api/types";
import { t } from "../i18n";
import { fullDate, numberOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { BackIcon, Button, Callout, Confirm, DownloadIcon, EmptyState, Page, PauseIcon, QuestionIcon, Section, SendIcon, Skeleton, toast } from "../ui";
import { broadcasts, pauseBroadcast, recipients, resumeBroadcast, showBroadcast, stopBroadcast, tableOf } from "./broadcasts";
import { LeftOut } from "./LeftOut";
import { Lines } from "./Lines";
import { StateBadge } from "./StateBadge";
import { useReasons } from "./useReasons";

/** One broadcast while it leaves and afterwards: how far it is, what it says, and what became of each message. */
export function BroadcastPage({ id }: { id: string }) {
  const broadcast = useStore(broadcasts, (state) => state.known[id]);
  const [shown, setShown] = useState<ShownBroadcast | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const leftOut = broadcast?.counts.leftOut;
  useEffect(() => {
    let isWanted = true;
    showBroadcast(id).then((found) => isWanted && setShown(found), (error: unknown) => isWanted && setFailure(error));
    return () => void (isWanted = false);
  }, [id, leftOut]);

  if (failure instanceof ApiError && failure.status === 404) return <EmptyState icon={QuestionIcon} title={t("broadcasts.gone.title")} text={<Link href="/broadcasts">{t("broadcasts.all")}</Link>} />;
  if (failure) return <Page title={t("broadcasts.title")}><Callout tone="bad">{errorText(failure)}</Callout></Page>;
  if (!broadcast || !shown) return <Page title={t("broadcasts.title")}><Skeleton height={320} /></Page>;

  return (
    <>
      <Link href="/broadcasts" className="broadcasts-back"><BackIcon size={16} /> {t("broadcasts.all")}</Link>
      <Page title={broadcast.name} lead={<StateBadge broadcast={broadcast} />} actions={<Tools broadcast={broadcast} />}>
        {broadcast.state === "paused" && broadcast.trouble && <Trouble broadcast={broadcast} />}
        <Progress broadcast={broadcast} />
        <Figures broadcast={broadcast} />
        <div className="broadcast-parts">
          <Section title={t("broadcasts.says")}><div className="bubble broadcast-bubble"><p className="words">{shown.example ?? t("broadcasts.says.nobody")}</p></div></Section>
          <Section title={t("broadcasts.about")}><About broadcast={broadcast} /></Section>
        </div>
        <LeftOut counts={shown.leftOut} />
        <Lines broadcast={broadcast} />
      </Page>
    </>
  );
}

function Tools({ broadcast }: { broadcast: Broadcast }) {
  const [isStopping, setStopping] = useState(false);
  const act = (what: Promise<void>) => what.catch((error: unknown) => void toast(errorText(error), { tone: "bad" }));
  const { id, state } = broadcast;
  return (
    <>
      <a className="button" data-variant="secondary" href={tableOf(id)} download><DownloadIcon size={16} /> {t("broadcasts.download")}</a>
      {(state === "sending" || state === "scheduled") && <Button icon={PauseIcon} onPress={() => void act(pauseBroadcast(id))}>{t("broadcasts.pause")}</Button>}
      {state === "paused" && <Button variant="primary" icon={SendIcon} onPress={() => void act(resumeBroadcast(id))}>{t("broadcasts.resume")}</Button>}
      {state !== "finished" && state !== "stopped" && <Button variant="danger" onPress={() => setStopping(true)}>{t("broadcasts.stop")}</Button>}
      {isStopping && (
        <Confirm
          isOpen isDanger onClose={() => setStopping(false)} title={t("broadcasts.stop.title", { name: broadcast.name })}
          text={t("broadcasts.stop.text", { count: broadcast.counts.waiting })} action={t("broadcasts.stop")} onConfirm={() => act(stopBroadcast(id))}
        />
      )}
    </>
  );
}

/** It stopped by itself: why, in the words of the channel, and the provider's own. */
function Trouble({ broadcast }: { broadcast: Broadcast }) {
  const why = useReasons(broadcast.channelId);
  const { code, words } = broadcast.trouble!;
  const told = why(code, words ?? null);
  return (
    <Callout tone="bad" title={t("broadcasts.halted.title")}>
      <p>{told.text}</p>
      {told.advice && <p>{told.advice}</p>}
      {told.details && <p className="broadcast-details">{told.details}</p>}
      <p>{t("broadcasts.halted.text")}</p>
    </Callout>
  );
}

function Progress({ broadcast }: { broadcast: Broadcast }) {
  const all = recipients(broadcast.counts);
  const done = all - broadcast.counts.waiting;
  if (broadcast.state === "finished" || all === 0) return null;
  return (
    <div className="broadcast-progress" role="status">
      <span>{t(`broadcasts.progress.${broadcast.state}`, { done: numberOf(done), count: all, all: numberOf(all), at: fullDate(new Date(broadcast.startAt)) })}</span>
      <progress max={all} value={done} aria-label={t("broadcasts.progress")} />
    </div>
  );
}

const figures = ["sent", "delivered", "read", "answered", "failed", "waiting"] as const;

function Figures({ broadcast }: { broadcast: Broadcast }) {
  const all = recipients(broadcast.counts);
  return (
    <dl className="broadcast-figures">
      {figures.map((figure) => {
        const count = figure === "waiting" ? broadcast.counts.waiting + broadcast.counts.underway : broadcast.counts[figure];
        return (
          <div key={figure} data-bad={(figure === "failed" && count > 0) || undefined}>
            <dt>{t(figure === "waiting" && broadcast.state === "stopped" ? "broadcasts.count.unsent" : `broadcasts.count.${figure}`)}</dt>
            <dd className="tabular">{numberOf(count)}</dd>
            <dd className="broadcast-share tabular">{all === 0 ? "–" : (count / all).toLocaleString(document.documentElement.lang, { style: "percent", maximumFractionDigits: 0 })}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function About({ broadcast }: { broadcast: Broadcast }) {
  const channel = useStore(directory, (state) => state.channels[broadcast.channelId]?.name);
  const facts: [string, string][] = [
    [t("broadcasts.channel"), channel ?? "…"],
    [t("broadcasts.template"), `${broadcast.template} (${broadcast.language})`],
    [t("broadcasts.audience"), t(`broadcasts.audience.${broadcast.audience}.named`, { name: broadcast.audienceName ?? t("broadcasts.audience.unnamed") })],
    [t("broadcasts.when"), fullDate(new Date(broadcast.startAt))],
    [t("broadcasts.by"), broadcast.by],
  ];
  return <dl className="broadcast-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
