import type { TrailLine } from "../api/types";
import { hasText, t } from "../i18n";
import { fullDate, momentOf, timeOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";

const textOf = (value: unknown) => (typeof value === "string" && value ? value : null);

const namesOf = (value: unknown) => (Array.isArray(value) ? value.map((one: { name: string }) => one.name).join(", ") : "");

/** What a program's web hook answered, or why nothing came back. */
const causeOf = (cause: string | null) => (cause && hasText(`conversations.cause.${cause}`) ? t(`conversations.cause.${cause}`) : cause ?? "…");

/** One line of the audit trail: who did what to the conversation, and when. */
export default function TrailLineView({ line }: { line: TrailLine }) {
  const members = useStore(directory, (state) => state.members);
  const detail = line.detail ?? {};
  const target = textOf(detail.memberId);
  const isSelf = target !== null && target === line.actor.id;
  const isForEveryone = line.kind === "conversationRouted" && !namesOf(detail.teams);
  const isOnlyRemoved = !!detail.added && !namesOf(detail.added);
  const isAutomatic = (line.kind === "conversationAssigned" || line.kind === "conversationContactMerged") && line.actor.kind === "system" || line.kind === "conversationHeld" && line.actor.kind === "virtualAgent";
  const why = textOf(detail.reason) ?? (detail.way === "byHand" ? null : textOf(detail.way));
  const resolveReason = (detail.reason as { name?: string } | null | undefined)?.name;
  const broadcast = (detail.broadcast as { name?: string } | null | undefined)?.name;
  const key = `conversations.trail.${line.kind}${isSelf ? ".self" : isAutomatic ? ".automatic" : isOnlyRemoved ? ".removed" : isForEveryone ? ".everyone" : line.kind === "proactiveMessageSent" && !broadcast ? ".program" : why ? `.${why}` : ""}`;
  const until = textOf(detail.until);
  const comment = textOf(detail.comment) ?? textOf(detail.note);
  return (
    <p className="trail-line" title={fullDate(new Date(line.at))}>
      {t(hasText(key) ? key : "conversations.trail.other", {
        actor: line.actor.kind === "rule" ? t("conversations.trail.rule", { name: line.actor.name }) : line.actor.name,
        member: (target && members[target]?.name) ?? textOf(detail.name) ?? "…",
        topics: namesOf(detail.added) || namesOf(detail.removed),
        teams: namesOf(detail.teams),
        agent: (detail.virtualAgent as { name?: string } | undefined)?.name ?? "…",
        former: textOf(detail.former) ?? "…",
        broadcast: broadcast ?? "",
        cause: causeOf(textOf(detail.cause)),
        obstacle: textOf(detail.obstacle) ? t(`conversations.survey.${textOf(detail.obstacle)}`) : "",
        score: Number(detail.score ?? 0),
        at: until ? momentOf(new Date(until)) : "",
      })}
      {resolveReason && ` ${t("conversations.trail.reason", { reason: resolveReason })}`}
      {comment && <q>{comment}</q>}
      {textOf(detail.conversationId) && textOf(detail.channelId) && <OtherConversation detail={detail} />}
      <time dateTime={line.at}>{timeOf(new Date(line.at))}</time>
    </p>
  );
}

/** The way to where it went on, or came from; whoever does not see that channel only learns that it is another. */
function OtherConversation({ detail }: { detail: Record<string, unknown> }) {
  const channel = useStore(directory, (state) => state.channels[textOf(detail.channelId) ?? ""]);
  return channel ? <Link href={`/inbox/${textOf(detail.conversationId)}${location.search}`}>{channel.name} · {t("conversations.number", { number: String(detail.number) })}</Link> : null;
}
