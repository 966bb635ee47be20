import { useState } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Button, Checkbox, ResolveIcon } from "../ui";
import { type Ending, isOffered, isReady, plainEnding } from "./asked";
import { endingOf, ReasonChoice } from "./ReasonChoice";
import "./ReasonPicker.css";
import { TopicFirst } from "./TopicFirst";

interface ReasonPickerProps {
  asked: { reason: boolean; topic: boolean };
  /** What is about to be done: "Resolve". */
  action: string;
  onTopic: (topicId: string) => void;
  onDone: (ending: Ending) => void;
  /** Whether the contact would be asked how it was. */
  isSurveyed?: boolean;
}

/** What must be said before a conversation ends: first what it was about, where that is missing, then why it is over. */
export default function ReasonPicker({ asked, action, onTopic, onDone, isSurveyed }: ReasonPickerProps) {
  const [ending, setEnding] = useState(plainEnding);
  const reason = useStore(directory, (state) => (ending.reasonId ? state.resolveReasons[ending.reasonId] : undefined));
  const count = useStore(directory, (state) => Math.min(9, Object.values(state.resolveReasons).filter(isOffered).length));
  const [withoutSurvey, setWithoutSurvey] = useState(false);
  const mayBeSurveyed = isSurveyed && reason?.isSystem;
  const ready = !asked.topic && isReady(ending, asked.reason, reason);
  if (asked.topic) return <TopicFirst onTopic={onTopic} />;
  return (
    <form className="reason-picker" onSubmit={(event) => (event.preventDefault(), ready && onDone({ ...endingOf(ending), withoutSurvey: !!mayBeSurveyed && withoutSurvey }))}>
      {asked.reason && <ReasonChoice ending={ending} onChange={setEnding} autoFocus />}
      {mayBeSurveyed && <Checkbox label={t("surveys.without")} isOn={withoutSurvey} onChange={setWithoutSurvey} />}
      <div className="reason-foot">
        <span>{asked.reason && t("resolveReasons.how", { count })}</span>
        <Button type="submit" size="sm" variant="primary" icon={ResolveIcon} isDisabled={!ready} autoFocus={!asked.reason}>{action}</Button>
      </div>
    </form>
  );
}
