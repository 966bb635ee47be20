import { Suspense } from "react";
import type { ChannelHours, ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { withTexts } from "../shell/page";
import { Badge, Button, CloseIcon, Popup, QuestionIcon, TagIcon } from "../ui";
import { setTopic } from "./actions";
import { panelProps, panels } from "./panels";
import { thread } from "./thread";
import "./TopicBar.css";

const TopicPicker = withTexts(() => import("../topics/TopicPicker"));
const Standing = withTexts<{ hours: ChannelHours }>(() => import("../hours/Standing"));
const WhyHere = withTexts(() => import("../routing/WhyHere"));

/** What the conversation is about; a new one reminds of what the one before was about. Beside it, that its channel is closed. */
export default function TopicBar({ row }: { row: ConversationRow }) {
  const topics = useStore(directory, (state) => state.topics);
  const hours = useStore(directory, (state) => state.channels[row.channelId]?.hours);
  const open = useStore(panels, (state) => state.open);
  const before = useStore(thread, (state) => (state.view?.row.id === row.id ? state.view.previousTopicIds : undefined));
  const shown = row.topicIds.map((id) => topics[id]).filter((one) => !!one);
  const previous = row.topicIds.length === 0 && row.state !== "resolved" ? (before ?? []).map((id) => topics[id]).filter((one) => one?.active) : [];
  return (
    <div className="topic-bar">
      {shown.map((one) => (
        <span key={one.id} className="topic-chip" title={one.path}>
          {one.name}
          <button type="button" aria-label={t("conversations.topics.remove", { name: one.name })} onClick={() => void setTopic(row.id, one.id, false)}><CloseIcon size={12} /></button>
        </span>
      ))}
      <Popup
        {...panelProps(open, "topics")} label={t("conversations.topics")}
        trigger={<Button size="sm" variant="ghost" icon={TagIcon} aria-label={t("conversations.topics.add")}>{shown.length === 0 ? t("conversations.topics.add") : null}</Button>}
      >
        <Suspense fallback={null}><TopicPicker picked={row.topicIds} onToggle={(id, on) => void setTopic(row.id, id, on)} /></Suspense>
      </Popup>
      {previous.length > 0 && <span className="topic-before">{t("conversations.topics.before")}</span>}
      {previous.map((one) => <button key={one!.id} type="button" className="topic-chip" data-before title={t("conversations.topics.again", { name: one!.path })} onClick={() => void setTopic(row.id, one!.id, true)}>{one!.name}</button>)}
      <span className="topic-end">
        {hours && <Suspense fallback={null}><Standing hours={hours} /></Suspense>}
        <Popup
          {...panelProps(open, "why")} label={t("conversations.why")} placement="bottom end"
          trigger={<Button size="sm" variant="ghost" isMinor icon={QuestionIcon} aria-label={t("conversations.why")}>{row.priority > 0 ? <Badge tone="bad">{row.priority}</Badge> : t("conversations.why")}</Button>}
        >
          <Suspense fallback={null}><WhyHere conversationId={row.id} version={row.version} /></Suspense>
        </Popup>
      </span>
    </div>
  );
}
