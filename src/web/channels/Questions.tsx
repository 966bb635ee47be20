import { useEffect, useRef, useState } from "react";
import type { ContactAttribute } from "../api/types";
import { t } from "../i18n";
import { ArrowDownIcon, ArrowUpIcon, Checkbox, IconButton, Select, TextField, TrashIcon } from "../ui";
import { fill, fillable, labelOf, linesOf, mayBeUnnamed, mayChooseType, moved, nameOf, type Question, type QuestionType } from "./preChatForm";

const types: readonly QuestionType[] = ["text", "email", "select"];

interface QuestionsProps { items: readonly ContactAttribute[]; questions: readonly Question[]; onChange: (questions: Question[]) => void }

/** The questions in their order. A moved one keeps the keyboard, and its new place is told. */
export function Questions({ items, questions, onChange }: QuestionsProps) {
  const [said, say] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState<string[]>([]);
  useEffect(() => {
    const buttons = focus.map((name) => list.current?.querySelector<HTMLElement>(`[data-focus="${name}"] button`));
    if (focus.length === 0) return;
    const add = list.current?.parentElement?.querySelector<HTMLElement>(".pre-chat-add button");
    (buttons.find((button) => button && !button.hasAttribute("disabled")) ?? add)?.focus();
  }, [focus]);
  const move = (at: number, by: number) => {
    const id = questions[at]!.id;
    onChange(moved(questions, at, by));
    say(t("channels.preChat.moved", { name: labelOf(questions[at]!), place: at + by + 1, count: questions.length }));
    setFocus(by < 0 ? [`up-${id}`, `down-${id}`] : [`down-${id}`, `up-${id}`]);
  };
  const remove = (at: number) => {
    onChange(questions.filter((_, place) => place !== at));
    say(t("channels.preChat.removed", { name: labelOf(questions[at]!) }));
    setFocus([questions[at + 1]?.id, questions[at - 1]?.id].map((id) => `remove-${id}`));
  };

  return (
    <>
      <ol className="questions" ref={list} aria-label={t("channels.preChat.questions")}>
        {questions.map((question, at) => (
          <li key={question.id}>
            <header>
              <strong>{labelOf(question)}</strong>
              <span data-focus={`up-${question.id}`}><IconButton icon={ArrowUpIcon} size="sm" label={t("channels.preChat.up", { name: labelOf(question) })} isDisabled={at === 0} onPress={() => move(at, -1)} /></span>
              <span data-focus={`down-${question.id}`}><IconButton icon={ArrowDownIcon} size="sm" label={t("channels.preChat.down", { name: labelOf(question) })} isDisabled={at === questions.length - 1} onPress={() => move(at, 1)} /></span>
              <span data-focus={`remove-${question.id}`}><IconButton icon={TrashIcon} size="sm" label={t("channels.preChat.remove", { name: labelOf(question) })} onPress={() => remove(at)} /></span>
            </header>
            <OneQuestion items={items} question={question} taken={questions.filter((one) => one !== question).map((one) => one.attribute)} onChange={(changed) => onChange(questions.map((one) => (one === question ? changed : one)))} />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">{said}</p>
    </>
  );
}

interface OneQuestionProps { items: readonly ContactAttribute[]; question: Question; taken: readonly string[]; onChange: (question: Question) => void }

function OneQuestion({ items, question, taken, onChange }: OneQuestionProps) {
  const { attribute } = question;
  const offered = fillable(items);
  const isLost = items.length > 0 && !offered.includes(attribute);
  const choices = [...offered, ...(isLost ? [attribute] : [])].filter((alias) => !taken.includes(alias)).map((id) => ({ id, label: nameOf(id) }));
  const isFree = mayChooseType(attribute, items);
  const set = (change: Partial<Question>) => onChange({ ...question, ...change });
  return (
    <>
      <div className="question-row">
        <Select label={t("channels.preChat.fills")} choices={choices} value={attribute} onChange={(alias) => onChange(fill(question, alias, items))} error={isLost ? t("channels.preChat.lost") : null} />
        <TextField label={t("channels.preChat.label")} hint={mayBeUnnamed(attribute) ? t("channels.preChat.label.hint") : undefined} placeholder={mayBeUnnamed(attribute) ? labelOf({ ...question, label: "" }) : undefined} value={question.label} onChange={(label) => set({ label })} isRequired={!mayBeUnnamed(attribute)} maxLength={80} autoComplete="off" />
        {isFree && <Select label={t("channels.preChat.type")} choices={types.map((id) => ({ id, label: t(`channels.preChat.type.${id}`) }))} value={question.type} onChange={(type) => set({ type })} />}
      </div>
      {question.type === "select" && (isFree
        ? <TextField label={t("channels.preChat.options")} value={question.options} onChange={(options) => set({ options })} multiline rows={3} isRequired />
        : <p className="field-hint">{t("channels.preChat.options.fixed", { options: linesOf(question.options).join(", ") })}</p>)}
      <Checkbox label={t("channels.preChat.required")} isOn={question.required} onChange={(required) => set({ required })} />
    </>
  );
}
