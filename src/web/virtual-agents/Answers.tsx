import { useState } from "react";
import type { ExpectedAnswer, ScriptStep } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { byPath } from "../topics/topics";
import { Button, Checkbox, CloseIcon, IconButton, PlusIcon, Select, TextField } from "../ui";
import { wordsOf } from "./responders";
import { NextStep } from "./ScriptBuilder";

const most = 10;

/** What the contact may answer: its button, other words for it, what it says of the conversation, where it leads. */
export function Answers({ step, steps, onChange }: { step: ScriptStep; steps: readonly ScriptStep[]; onChange: (step: ScriptStep) => void }) {
  const answers = step.answers ?? [];
  const write = (next: ExpectedAnswer[]) => onChange({ ...step, answers: next });
  return (
    <div className="script-answers">
      {answers.map((answer, at) => (
        <OneAnswer
          key={`${at}/${answers.length}`} answer={answer} place={at + 1} step={step} steps={steps}
          onChange={(changed) => write(answers.map((one, index) => (index === at ? changed : one)))} onRemove={() => write(answers.toSpliced(at, 1))}
        />
      ))}
      {answers.length < most && <Button size="sm" variant="ghost" icon={PlusIcon} onPress={() => write([...answers, { label: "", keywords: [], topicId: null, next: null }])}>{t("responders.answer.add")}</Button>}
      {answers.length > 0 && <Checkbox label={t("responders.answer.others")} isOn={step.takesOthers ?? false} onChange={(takesOthers) => onChange({ ...step, takesOthers })} />}
    </div>
  );
}

interface OneAnswerProps { answer: ExpectedAnswer; place: number; step: ScriptStep; steps: readonly ScriptStep[]; onChange: (answer: ExpectedAnswer) => void; onRemove: () => void }

function OneAnswer({ answer, place, step, steps, onChange, onRemove }: OneAnswerProps) {
  const topics = useStore(directory, (state) => state.topics);
  const [words, setWords] = useState((answer.keywords ?? []).join(", "));
  return (
    <fieldset className="script-answer">
      <legend className="visually-hidden">{t("responders.answer", { place })}</legend>
      <TextField label={t("responders.answer.label")} placeholder={t("responders.answer.label.example")} value={answer.label} onChange={(label) => onChange({ ...answer, label })} maxLength={60} autoComplete="off" />
      <TextField label={t("responders.answer.words")} placeholder={t("responders.answer.words.example")} value={words} onChange={(text) => { setWords(text); onChange({ ...answer, keywords: wordsOf(text) }); }} autoComplete="off" />
      <Select
        label={t("responders.answer.topic")} value={answer.topicId ?? "none"} onChange={(id) => onChange({ ...answer, topicId: id === "none" ? null : id })}
        choices={[{ id: "none", label: t("responders.answer.topic.none") }, ...byPath(topics).filter((one) => one.active || one.id === answer.topicId).map(({ id, path }) => ({ id, label: path }))]}
      />
      <NextStep step={step} steps={steps} value={answer.next ?? null} onChange={(next) => onChange({ ...answer, next })} />
      <IconButton size="sm" icon={CloseIcon} label={t("responders.answer.remove", { place })} onPress={onRemove} />
    </fieldset>
  );
}
