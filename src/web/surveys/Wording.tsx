import type { SurveyWords } from "../api/types";
import { languageName, languages as allLanguages } from "../contacts/attributes";
import { t } from "../i18n";
import { Button, Menu, PlusIcon, Tabs, TextField, TrashIcon } from "../ui";

interface WordingProps { languages: readonly SurveyWords[]; onChange: (languages: SurveyWords[]) => void; language: string; onShow: (language: string) => void }

/** What is said, in each language: the question, what follows a score, the last word. */
export function Wording({ languages, onChange, language, onShow }: WordingProps) {
  const remove = (one: SurveyWords) => {
    const rest = languages.filter((other) => other !== one);
    onChange(rest);
    onShow(rest[0]!.language);
  };
  const add = (next: string) => {
    onChange([...languages, { language: next, question: "", negative: null, neutral: null, positive: null, closing: null }]);
    onShow(next);
  };
  const others = allLanguages.filter((id) => !languages.some((one) => one.language === id));
  return (
    <div className="survey-wording">
      <Tabs
        label={t("surveys.languages")} selected={language} onSelect={onShow}
        pages={languages.map((one) => ({
          id: one.language, title: languageName(one.language),
          content: (
            <div className="survey-words">
              <OneLanguage one={one} onChange={(part) => onChange(languages.map((other) => (other === one ? { ...one, ...part } : other)))} />
              {languages.length > 1 && <Button variant="ghost" size="sm" icon={TrashIcon} onPress={() => remove(one)}>{t("surveys.language.remove", { language: languageName(one.language) })}</Button>}
            </div>
          ),
        }))}
      />
      <Menu
        label={t("surveys.language.add")} trigger={<Button size="sm" icon={PlusIcon}>{t("surveys.language.add")}</Button>}
        groups={[{ id: "languages", entries: others.map((id) => ({ id, label: languageName(id), onAction: () => add(id) })).sort((a, b) => a.label.localeCompare(b.label)) }]}
      />
    </div>
  );
}

function OneLanguage({ one, onChange }: { one: SurveyWords; onChange: (part: Partial<SurveyWords>) => void }) {
  return (
    <>
      <TextField label={t("surveys.words.question")} value={one.question} onChange={(question) => onChange({ question })} isRequired multiline rows={2} maxLength={500} />
      {(["negative", "neutral", "positive"] as const).map((mood) => (
        <TextField key={mood} label={t(`surveys.words.${mood}`)} placeholder={t("surveys.words.nothing")} value={one[mood] ?? ""} onChange={(text) => onChange({ [mood]: text || null })} maxLength={500} autoComplete="off" />
      ))}
      <TextField label={t("surveys.words.closing")} placeholder={t("surveys.words.nothing")} value={one.closing ?? ""} onChange={(closing) => onChange({ closing: closing || null })} maxLength={500} autoComplete="off" />
    </>
  );
}
