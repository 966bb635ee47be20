import type { SurveyDraft } from "../api/types";
import { t } from "../i18n";
import { Section, Select, Switch, TextField } from "../ui";

const delays = ["0", "1", "5", "15", "60", "240", "720", "1380"] as const;
const rests = ["0", "24", "168", "720", "2160"] as const;

/** Whom it asks, when, and how often. */
export function Whom({ draft, onChange }: { draft: SurveyDraft; onChange: (part: Partial<SurveyDraft>) => void }) {
  const others = delays.includes(String(draft.delayMinutes) as (typeof delays)[number]) ? [] : [String(draft.delayMinutes)];
  return (
    <Section title={t("surveys.whom")} lead={t("surveys.whom.lead")}>
      <div className="survey-pair">
        <Amount label={t("surveys.share")} hint={t("surveys.share.hint")} value={draft.share} min={1} max={100} onChange={(share) => onChange({ share })} />
        <Select label={t("surveys.delay")} hint={t("surveys.delay.hint")} value={String(draft.delayMinutes)} onChange={(minutes) => onChange({ delayMinutes: Number(minutes) })} choices={[...delays, ...others].map((id) => ({ id, label: delayText(Number(id)) }))} />
        <Select label={t("surveys.rest")} hint={t("surveys.rest.hint")} value={String(draft.restHours)} onChange={(hours) => onChange({ restHours: Number(hours) })} choices={rests.map((id) => ({ id, label: t(`surveys.rest.${id}`) }))} />
        <Amount label={t("surveys.length")} hint={t("surveys.length.hint")} value={draft.leastLength} min={0} max={10_000} onChange={(leastLength) => onChange({ leastLength })} />
      </div>
      <Switch label={t("surveys.language")} hint={t("surveys.language.hint")} isOn={draft.onlyInTheirLanguage} onChange={(onlyInTheirLanguage) => onChange({ onlyInTheirLanguage })} />
      <Switch label={t("surveys.mail")} hint={t("surveys.mail.hint")} isOn={draft.byMail} onChange={(byMail) => onChange({ byMail })} />
    </Section>
  );
}

const delayText = (minutes: number) => minutes === 0 ? t("surveys.delay.none") : minutes < 60 || minutes % 60 ? t("surveys.delay.minutes", { count: minutes }) : t("surveys.delay.hours", { count: minutes / 60 });

interface AmountProps { label: string; hint: string; value: number; min: number; max: number; onChange: (value: number) => void }

function Amount({ label, hint, value, min, max, onChange }: AmountProps) {
  return (
    <TextField
      label={label} hint={hint} inputMode="numeric" autoComplete="off" value={String(value)} error={value < min || value > max ? t("surveys.range", { min, max }) : null}
      onChange={(text) => onChange(Number(text.replace(/\D/g, "").slice(0, 5)))}
    />
  );
}
