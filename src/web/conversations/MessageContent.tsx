import { type ReactNode, Suspense } from "react";
import type { MessageKind, MessageView } from "../api/types";
import { t } from "../i18n";
import { type Icon, lazily, QuestionIcon, TemplateIcon } from "../ui";
import { bag, text } from "./bag";
import { Words } from "./Words";

const MessageCard = lazily(() => import("./MessageCard"));
const Unsupported = lazily(() => import("./Unsupported"));
const Mentions = lazily(() => import("../people/Mentions"));

type Drawing = (message: MessageView) => ReactNode;

const words: Drawing = ({ text, mentionIds, extra }) => {
  const plain = text ? <Words text={text} /> : null;
  if (Array.isArray(extra?.choices)) return <>{plain}<span className="content-choices">{(extra.choices as string[]).map((one) => <span key={one}>{one}</span>)}</span></>;
  return mentionIds.length > 0 ? <Suspense fallback={plain}><Mentions text={text} ids={mentionIds} /></Suspense> : plain;
};
const card: Drawing = (message) => <Suspense fallback={words(message)}><MessageCard message={message} /></Suspense>;
export const unshown = (type: string) => <Hint icon={QuestionIcon} words={t("conversations.unsupported", { kind: type || "?" })} />;
const chosen: Drawing = (message) => <><Hint icon={QuestionIcon} words={t("conversations.kind.button")} />{words(message)}</>;

/** How each kind of message looks inside its bubble; the files are drawn by Attachments. */
const drawings: Partial<Record<MessageKind, Drawing>> = {
  location: card,
  contacts: card,
  order: card,
  reaction: (message) => <span className="content-reaction">{message.text || text(bag(message.extra).emoji)}</span>,
  button: chosen,
  interactive: chosen,
  template: (message) => <><Hint icon={TemplateIcon} words={t("conversations.kind.template")} />{words(message)}</>,
  unsupported: (message) => {
    const type = text(bag(message.extra).type);
    return <Suspense fallback={unshown(type)}><Unsupported type={type} /></Suspense>;
  },
};

export function MessageContent({ message }: { message: MessageView }) {
  if (message.removedAt) return <span className="content-removed">{message.removedBy ? t("conversations.removed.by", { name: message.removedBy.name }) : t("conversations.removed")}</span>;
  return <>{(drawings[message.kind] ?? words)(message)}</>;
}

export function Hint({ icon: Drawn, words: said }: { icon: Icon; words: string }) {
  return <span className="content-hint"><Drawn size={15} />{said}</span>;
}
