import { Suspense } from "react";
import { t } from "../i18n";
import { lazily } from "../ui";
import "./ReasonPicker.css";

const TopicPicker = lazily(() => import("../topics/TopicPicker"));

/** What it was about, asked where the settings do not let a conversation end without a topic. */
export function TopicFirst({ onTopic }: { onTopic: (topicId: string) => void }) {
  return (
    <div className="reason-picker">
      <p className="reason-lead">{t("resolveReasons.topicFirst")}</p>
      <Suspense fallback={null}><TopicPicker picked={[]} onToggle={onTopic} /></Suspense>
    </div>
  );
}
