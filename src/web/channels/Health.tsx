import { useCallback, useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { ChannelCheck, ChannelDetail, ChannelHealth, ChannelKind } from "../api/types";
import { t } from "../i18n";
import { longDate, momentOf, money, numberOf } from "../i18n/format";
import { Button, Callout, Section, toast } from "../ui";
import { check, kindText, problemOf, wordFor } from "./kinds";

const lookAgain = 15_000;

/** How a channel is doing, kept up to date while one looks at it, and the button that asks the provider. */
export function Health({ channel, kind }: { channel: ChannelDetail; kind: ChannelKind }) {
  const [health, setHealth] = useState<ChannelHealth | null>(null);
  const load = useCallback(() => void api.get(`/channels/${channel.id}/health`).then(setHealth, () => {}), [channel.id]);
  useEffect(() => {
    load();
    const timer = setInterval(load, lookAgain);
    return () => clearInterval(timer);
  }, [load]);

  return (
    <Section title={t("channels.health")} lead={t("channels.health.lead")} actions={channel.status !== "disabled" && <TestButton channel={channel} kind={kind} />}>
      {health && <>
        <dl className="health">
          <Fact label={t("channels.health.received")} value={moment(health.lastReceivedAt)} />
          <Fact label={t("channels.health.sent")} value={moment(health.lastSentAt)} />
          <Fact label={t("channels.health.toRead")} {...backlog(health.toRead)} />
          <Fact label={t("channels.health.toSend")} {...backlog(health.toSend)} />
          {health.allowances.map((one) => <Fact key={one.key} label={wordFor(`channels.allowance.${one.key}`, one.key)} {...allowance(one)} />)}
          {health.unreadable > 0 && <Fact label={t("channels.health.unreadable")} value={String(health.unreadable)} isBad />}
          {health.uncertain > 0 && <Fact label={t("channels.health.uncertain")} value={String(health.uncertain)} isBad />}
        </dl>
        <Failures failures={health.failures} kind={kind} />
      </>}
    </Section>
  );
}

function TestButton({ channel, kind }: { channel: ChannelDetail; kind: ChannelKind }) {
  const [isPending, setPending] = useState(false);
  const ask = () => {
    setPending(true);
    check(channel.id).then((answer) => tell(answer, kind), (error: unknown) => toast(errorText(error), { tone: "bad" })).finally(() => setPending(false));
  };
  return <Button isPending={isPending} onPress={ask}>{t("channels.check")}</Button>;
}

/** Says how a test went. What must be mended stands on the channel's page anyway. */
export function tell(answer: ChannelCheck, kind: ChannelKind) {
  if (answer.works) toast(t("channels.check.works", { account: answer.account! }), { tone: "good" });
  else if (answer.works === null) toast(t("channels.check.none"));
  else toast([t("channels.check.fails"), problemOf(kind, answer.problem).text].join(" – "), { tone: "bad" });
}

function Failures({ failures, kind }: { failures: ChannelHealth["failures"]; kind: ChannelKind }) {
  if (failures.length === 0) return <p className="health-good">{t("channels.health.failures.none")}</p>;
  return (
    <Callout tone="warn" title={t("channels.health.failures")}>
      <ul className="health-failures">
        {failures.map((one) => (
          <li key={one.code}>
            <span><strong>{wordsOf(kind, one.code)}</strong> {kindText(kind, `advice.${one.code}`)}</span>
            <small>{t("channels.health.times", { count: one.count })} · {momentOf(new Date(one.lastAt))}</small>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

const wordsOf = (kind: ChannelKind, code: string) => kindText(kind, `error.${code}`) || wordFor(`errors.${code}`, code);

/** What is left and of how much, or until when. */
function allowance({ left, of: all, until, currency, isLow }: ChannelHealth["allowances"][number]) {
  const day = until && longDate(new Date(until));
  if (left === null) return { value: t("channels.allowance.until", { when: day ?? "" }), isBad: isLow };
  const more = [all !== null && t("channels.allowance.of", { all: numberOf(all) }), day && t("channels.allowance.again", { when: day })].filter(Boolean).join(" · ");
  return { value: currency ? money(left, currency) : numberOf(left), more, isBad: isLow };
}

const moment = (at: string | null) => (at ? momentOf(new Date(at)) : t("channels.health.never"));

const backlog = ({ count, since }: ChannelHealth["toRead"]) => ({
  value: String(count),
  more: since ? t("channels.health.since", { when: momentOf(new Date(since)) }) : undefined,
});

function Fact({ label, value, more, isBad }: { label: string; value: string; more?: string | undefined; isBad?: boolean }) {
  return (
    <div data-bad={isBad || undefined}>
      <dt>{label}</dt>
      <dd>{value}{more && <small>{more}</small>}</dd>
    </div>
  );
}
