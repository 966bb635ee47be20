import type { CustomAgentDraft } from "../../api/types";
import { t } from "../../i18n";
import { useStore } from "../../live/store";
import { directory } from "../../shell/directory";
import { byPath } from "../../topics/topics";
import { Section, Select, TextField } from "../../ui";
import { RadioCards } from "../../ui/RadioCards";
import { Amount } from "../Limits";

interface PatienceProps { draft: CustomAgentDraft; onChange: (part: Partial<CustomAgentDraft>) => void }

/** How long each side may take, and what becomes of a conversation when one does not go on. */
export function Patience({ draft, onChange }: PatienceProps) {
  const reasons = useStore(directory, (state) => state.resolveReasons);
  const onTimeout = draft.onTimeout ?? { end: "handOver" as const, topicId: null, reasonId: null };
  const isOver = onTimeout.end === "resolve";
  return (
    <>
      <Section title={t("agents.silence")} lead={t("agents.silence.lead")}>
        <Amount label={t("agents.contactMinutes")} hint={t("agents.contactMinutes.hint")} value={draft.contactMinutes} min={1} max={1380} onChange={(contactMinutes) => onChange({ contactMinutes })} />
        <RadioCards
          label={t("agents.timeout")} value={onTimeout.end} onChange={(end) => onChange({ onTimeout: { ...onTimeout, end } })}
          choices={(["handOver", "resolve"] as const).map((id) => ({ id, title: t(`agents.timeout.${id}`), text: t(`agents.timeout.${id}.text`) }))}
        />
        <div className="step-pair">
          <TopicPick label={t("agents.silence.topic")} value={onTimeout.topicId ?? null} onChange={(topicId) => onChange({ onTimeout: { ...onTimeout, topicId } })} />
          {isOver && (
            <Select
              label={t("agents.reason")} value={onTimeout.reasonId ?? "none"} onChange={(id) => onChange({ onTimeout: { ...onTimeout, reasonId: id === "none" ? null : id } })}
              choices={[{ id: "none", label: t("agents.reason.none") }, ...Object.values(reasons ?? {}).filter((one) => one.isUsed && !one.isArchived).map(({ id, name }) => ({ id, label: name }))]}
            />
          )}
        </div>
        <TextField label={t("agents.silence.text")} placeholder={t("agents.silence.text.example")} value={draft.timeoutText ?? ""} onChange={(text) => onChange({ timeoutText: text || null })} maxLength={1000} autoComplete="off" />
      </Section>
      <Section title={t("agents.failure")} lead={t("agents.failure.lead")}>
        <Amount label={t("agents.agentMinutes")} hint={t("agents.agentMinutes.hint")} value={draft.agentMinutes} min={1} max={60} onChange={(agentMinutes) => onChange({ agentMinutes })} />
        <TopicPick label={t("agents.failure.topic")} value={draft.failureTopicId ?? null} onChange={(failureTopicId) => onChange({ failureTopicId })} />
        <TextField label={t("agents.failure.text")} placeholder={t("agents.failure.text.example")} value={draft.failureText ?? ""} onChange={(text) => onChange({ failureText: text || null })} maxLength={1000} autoComplete="off" />
      </Section>
    </>
  );
}

function TopicPick({ label, value, onChange }: { label: string; value: string | null; onChange: (id: string | null) => void }) {
  const topics = useStore(directory, (state) => state.topics);
  return (
    <Select
      label={label} value={value ?? "none"} onChange={(id) => onChange(id === "none" ? null : id)}
      choices={[{ id: "none", label: t("agents.topic.none") }, ...byPath(topics).filter((one) => one.active).map(({ id, path }) => ({ id, label: path }))]}
    />
  );
}
