import type { ConversationSummary, MessageView, TrailLine } from "../api/types";
import { isSameDay } from "../i18n/format";
import type { Outgoing } from "./outgoing";

export type TimelineItem =
  | { type: "day"; key: string; date: Date }
  | { type: "boundary"; key: string; conversation: ConversationSummary }
  | { type: "trail"; key: string; line: TrailLine }
  | { type: "message"; key: string; message: MessageView; startsRun: boolean; endsRun: boolean }
  | { type: "outgoing"; key: string; item: Outgoing };

const runMs = 5 * 60_000;
const isSameRun = (a: MessageView, b: MessageView) =>
  a.direction === b.direction && a.direction !== "note" && a.author.id === b.author.id && a.kind !== "system" && b.kind !== "system" &&
  a.conversationId === b.conversationId && Math.abs(Date.parse(b.at) - Date.parse(a.at)) < runMs && isSameDay(new Date(a.at), new Date(b.at));

type Entry = { at: string; message: MessageView; line?: undefined } | { at: string; message?: undefined; line: TrailLine };

/** Another priority is seen in the list; other teams are worth a line. */
const isElsewhere = ({ detail }: TrailLine) => {
  const { before, after } = detail as { before: { teamIds: string[] }; after: { teamIds: string[] } };
  return before.teamIds.length !== after.teamIds.length || before.teamIds.some((id) => !after.teamIds.includes(id));
};

/** An answer moves its conversation to Pending, and a customer's message moves it back to New: the messages say it already. So do the merge and the broadcast of what they end. */
const isSaidBy = (message: MessageView | undefined, line: TrailLine, lines: TrailLine[]) =>
  (line.kind === "conversationReturned" && line.actor.kind === "contact") ||
  (line.kind === "conversationResolved" && (line.detail?.way === "merged" || line.detail?.way === "broadcast")) ||
  (line.kind === "conversationRouted" && !isElsewhere(line)) ||
  (line.kind === "conversationPended" && lines.some((one) => one.kind === "answerScheduled" && one.at === line.at)) ||
  (line.kind === "conversationPended" && message?.direction === "out" && message.author.id === line.actor.id && Math.abs(Date.parse(line.at) - Date.parse(message.at)) < 1000);

/** A merge moves all conversations of a thread at once: one line is enough. */
const isSaidOfAnother = (line: TrailLine, before: TrailLine[]) =>
  line.kind.startsWith("conversationContact") && before.some((one) => one.kind === line.kind && one.at === line.at);

/** The boundary above a conversation already says that it was opened. */
const shownLines = (trail: TrailLine[], isComplete: boolean, from: string | undefined) =>
  trail.filter((line, at) => line.kind !== "conversationOpened" && !isSaidOfAnother(line, trail.slice(0, at)) && (isComplete || (from !== undefined && line.at >= from)));

function inOrder(messages: MessageView[], lines: TrailLine[]): Entry[] {
  const sorted = lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const entries: Entry[] = [];
  let at = 0;
  const tell = (line: TrailLine) => isSaidBy(entries.findLast((entry) => entry.message)?.message, line, sorted) || entries.push({ at: line.at, line });
  for (const message of messages) {
    for (; at < sorted.length && Date.parse(sorted[at]!.at) < Date.parse(message.at); at++) tell(sorted[at]!);
    entries.push({ at: message.at, message });
  }
  sorted.slice(at).forEach(tell);
  return entries;
}

/** Messages, trail, days and conversation boundaries as one list, as it is shown. */
export function timeline(messages: MessageView[], conversations: ConversationSummary[], trail: TrailLine[], sending: Outgoing[], isComplete: boolean): TimelineItem[] {
  const byId = new Map(conversations.map((one) => [one.id, one]));
  const entries = inOrder(messages, shownLines(trail, isComplete, messages[0]?.at));
  const items: TimelineItem[] = [];
  let day: Date | null = null;
  let conversationId: string | null = null;

  entries.forEach((entry, index) => {
    const date = new Date(entry.at);
    const itsConversation = (entry.message ?? entry.line).conversationId;
    if (itsConversation !== conversationId && entry.message) {
      const conversation = byId.get(itsConversation);
      if (conversation) items.push({ type: "boundary", key: `boundary-${itsConversation}`, conversation });
      conversationId = itsConversation;
      day = null;
    }
    if (!day || !isSameDay(day, date)) items.push({ type: "day", key: `day-${itsConversation}-${date.toDateString()}`, date });
    day = date;
    if (entry.line) return items.push({ type: "trail", key: `trail-${entry.line.position}`, line: entry.line });
    const before = entries[index - 1]?.message;
    const after = entries[index + 1]?.message;
    return items.push({
      type: "message",
      key: entry.message.clientId ?? entry.message.id,
      message: entry.message,
      startsRun: !before || !isSameRun(before, entry.message),
      endsRun: !after || !isSameRun(entry.message, after),
    });
  });

  const arrived = new Set(messages.map((message) => message.clientId));
  const waiting = sending.filter((item) => !arrived.has(item.clientId));
  return [...items, ...waiting.map((item): TimelineItem => ({ type: "outgoing", key: item.clientId, item }))];
}
