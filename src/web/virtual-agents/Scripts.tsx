import { useState } from "react";
import type { ResponderLanguage, ScriptStep } from "../api/types";
import { languageName, languages as allLanguages } from "../contacts/attributes";
import { t } from "../i18n";
import { Button, Menu, PlusIcon, Section, Tabs, TextField, TrashIcon } from "../ui";
import { copied, newLanguage, wordsOf } from "./responders";
import { ScriptBuilder } from "./ScriptBuilder";

/** Which script lies on the table. */
export interface Shown { language: string; isOpen: boolean }

interface ScriptsProps {
  languages: readonly ResponderLanguage[];
  onChange: (languages: ResponderLanguage[]) => void;
  shown: Shown;
  onShow: (shown: Shown) => void;
  waitsAt: string | null;
}

/** What it says: in each language, while somebody is there and while nobody is. */
export function Scripts({ languages, onChange, shown, onShow, waitsAt }: ScriptsProps) {
  const one = languages.find(({ language }) => language === shown.language) ?? languages[0];
  const change = (part: Partial<ResponderLanguage>) => onChange(languages.map((other) => (other === one ? { ...one, ...part } : other)));
  const remove = () => {
    const rest = languages.filter((other) => other !== one);
    onChange(rest);
    onShow({ ...shown, language: rest[0]!.language });
  };
  const ofHours = one && (
    <Tabs
      label={t("responders.hours")} selected={shown.isOpen ? "open" : "closed"} onSelect={(id) => onShow({ ...shown, isOpen: id === "open" })}
      pages={(["open", "closed"] as const).map((id) => ({
        id, title: t(`responders.hours.${id}`),
        content: <OneScript key={one.language} one={one} isOpen={id === "open"} onChange={change} waitsAt={waitsAt} />,
      }))}
    />
  );
  return (
    <Section title={t("responders.scripts")} lead={t("responders.scripts.lead")} actions={<AddLanguage known={languages} onAdd={(language) => { onChange([...languages, newLanguage(language)]); onShow({ ...shown, language }); }} />}>
      {languages.length > 1 && one ? (
        <>
          <Tabs
            label={t("responders.languages")} selected={one.language} onSelect={(language) => onShow({ ...shown, language })}
            pages={languages.map(({ language }) => ({ id: language, title: languageName(language), content: ofHours }))}
          />
          <Button variant="ghost" size="sm" icon={TrashIcon} onPress={remove}>{t("responders.language.remove", { language: languageName(one.language) })}</Button>
        </>
      ) : ofHours}
    </Section>
  );
}

interface OneScriptProps { one: ResponderLanguage; isOpen: boolean; onChange: (part: Partial<ResponderLanguage>) => void; waitsAt: string | null }

function OneScript({ one, isOpen, onChange, waitsAt }: OneScriptProps) {
  const [words, setWords] = useState(one.escapeWords.join(", "));
  const steps = isOpen ? one.inHours : one.outOfHours;
  const other = isOpen ? one.outOfHours : one.inHours;
  const write = (next: ScriptStep[]) => onChange(isOpen ? { inHours: next } : { outOfHours: next });
  return (
    <>
      {steps.length === 0 && <p className="script-empty">{t(isOpen ? "responders.script.none.open" : "responders.script.none.closed")}</p>}
      {steps.length === 0 && other.length > 0 && <Button size="sm" onPress={() => write(copied(other))}>{t(isOpen ? "responders.script.copy.closed" : "responders.script.copy.open")}</Button>}
      <ScriptBuilder steps={steps} onChange={write} waitsAt={waitsAt} />
      <TextField
        label={t("responders.escape")} hint={t("responders.escape.hint")} value={words} autoComplete="off"
        onChange={(text) => { setWords(text); onChange({ escapeWords: wordsOf(text) }); }}
      />
    </>
  );
}

function AddLanguage({ known, onAdd }: { known: readonly ResponderLanguage[]; onAdd: (language: string) => void }) {
  const left = allLanguages.filter((id) => !known.some(({ language }) => language === id));
  return (
    <Menu
      label={t("responders.language.add")} trigger={<Button size="sm" icon={PlusIcon}>{t("responders.language.add")}</Button>}
      groups={[{ id: "languages", entries: left.map((id) => ({ id, label: languageName(id), onAction: () => onAdd(id) })).sort((a, b) => a.label.localeCompare(b.label)) }]}
    />
  );
}
