import type { ReactNode } from "react";
import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { AlertIcon, PersonIcon, QuestionIcon } from "../ui";
import { bag, type Bag, isOriginal, text } from "./bag";
import { Words } from "./Words";
import "./Letter.css";

const people = (value: unknown) => (Array.isArray(value) ? value.map((one) => nameOf(bag(one))).filter(Boolean).join(", ") : "");
const nameOf = (person: Bag) => (text(person.name) ? `${text(person.name)} <${text(person.address)}>` : text(person.address));

/** Above the words of a message that came as a letter: what it is about, who else got it, and what to beware of. */
export function LetterHead({ message }: { message: MessageView }) {
  const extra = bag(message.extra);
  const participant = bag(extra.participant);
  const lines = (["to", "cc", "replyTo"] as const).map((key) => [key, people(extra[key])] as const).filter(([, names]) => names);
  return (
    <div className="letter-head">
      {text(extra.subject) && <strong dir="auto">{text(extra.subject)}</strong>}
      {lines.map(([key, names]) => <p key={key} dir="auto">{t(`conversations.letter.${key}`, { names })}</p>)}
      {extra.participant !== undefined && <Mark icon={<PersonIcon size={15} />}>{t("conversations.letter.participant", { name: text(participant.name) || text(participant.id), id: text(participant.id) })}</Mark>}
      {extra.proven === false && <Mark icon={<QuestionIcon size={15} />}>{t("conversations.letter.unproven")}</Mark>}
      {extra.caution === "account" && <Mark icon={<AlertIcon size={15} />}>{t("conversations.letter.caution")}</Mark>}
    </div>
  );
}

/** Below them: what it repeats and how it is signed, folded away, and the letter as it came. */
export function LetterFoot({ message }: { message: MessageView }) {
  const extra = bag(message.extra);
  const original = message.attachments.find((file) => isOriginal(message, file.url));
  return (
    <>
      {text(extra.quoted) && <More title={t("conversations.letter.quoted")} words={text(extra.quoted)} />}
      {text(extra.signature) && <More title={t("conversations.letter.signature")} words={text(extra.signature)} />}
      {original?.url && <a className="letter-original" href={original.url} download={original.name}>{t("conversations.letter.original")}</a>}
    </>
  );
}

function Mark({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return <span className="letter-mark" role="note">{icon}<span>{children}</span></span>;
}

function More({ title, words }: { title: string; words: string }) {
  return <details className="letter-more"><summary>{title}</summary><Words text={words} /></details>;
}
