import type { ResponderDraft } from "../api/types";
import { languageName } from "../contacts/attributes";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { byPath } from "../topics/topics";
import { Section, Select, TextField } from "../ui";
import { RadioCards } from "../ui/RadioCards";

/** How long it waits, and what becomes of a conversation nobody goes on with. */
export function Limits({ draft, onChange }: { draft: ResponderDraft; onChange: (part: Partial<ResponderDraft>) => void }) {
  const topics = useStore(directory, (state) => state.topics);
  const reasons = useStore(directory, (state) => state.resolveReasons);
  const { onTimeout } = draft;
  const isOver = onTimeout.end === "resolve";
  return (
    <Section title={t("responders.limits")} lead={t("responders.limits.lead")}>
      <div className="step-pair">
        <Amount label={t("responders.contactMinutes")} hint={t("responders.contactMinutes.hint")} value={draft.contactMinutes} min={1} max={1380} onChange={(contactMinutes) => onChange({ contactMinutes })} />
        <Amount label={t("responders.agentMinutes")} hint={t("responders.agentMinutes.hint")} value={draft.agentMinutes} min={1} max={60} onChange={(agentMinutes) => onChange({ agentMinutes })} />
      </div>
      <RadioCards
        label={t("responders.timeout")} value={onTimeout.end} onChange={(end) => onChange({ onTimeout: { ...onTimeout, end } })}
        choices={(["handOver", "resolve"] as const).map((id) => ({ id, title: t(`responders.timeout.${id}`), text: t(`responders.timeout.${id}.text`) }))}
      />
      <div className="step-pair">
        <Select
          label={t("responders.timeout.topic")} value={onTimeout.topicId ?? "none"} onChange={(id) => onChange({ onTimeout: { ...onTimeout, topicId: id === "none" ? null : id } })}
          choices={[{ id: "none", label: t("responders.answer.topic.none") }, ...byPath(topics).filter((one) => one.active).map(({ id, path }) => ({ id, label: path }))]}
        />
        {isOver && (
          <Select
            label={t("responders.reason")} value={onTimeout.reasonId ?? "none"} onChange={(id) => onChange({ onTimeout: { ...onTimeout, reasonId: id === "none" ? null : id } })}
            choices={[{ id: "none", label: t("responders.reason.none") }, ...Object.values(reasons ?? {}).filter((one) => one.isUsed && !one.isArchived).map(({ id, name }) => ({ id, label: name }))]}
          />
        )}
      </div>
      {isOver && draft.languages.map((one) => (
        <TextField
          key={one.language} label={t("responders.timeout.message", { language: languageName(one.language) })} value={one.timeoutText ?? ""} maxLength={1000} autoComplete="off"
          onChange={(text) => onChange({ languages: draft.languages.map((other) => (other === one ? { ...one, timeoutText: text || null } : other)) })}
        />
      ))}
      {draft.activation === "inception" && (
        <Amount label={t("responders.inactive")} hint={t("responders.inactive.hint")} value={draft.inactiveHours} min={0} max={2160} onChange={(inactiveHours) => onChange({ inactiveHours })} />
      )}
    </Section>
  );
}

interface AmountProps { label: string; hint: string; value: number; min: number; max: number; onChange: (value: number) => void }

export function Amount({ label, hint, value, min, max, onChange }: AmountProps) {
  const isOutside = value < min || value > max;
  return (
    <TextField
      label={label} hint={hint} inputMode="numeric" autoComplete="off" value={String(value)} error={isOutside ? t("responders.range", { min, max }) : null}
      onChange={(text) => onChange(Number(text.replace(/\D/g, "").slice(0, 5)))}
    />
  );
}
