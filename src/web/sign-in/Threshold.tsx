import type { ReactNode } from "react";
import { currentLanguage, type Language, speak, t } from "../i18n";
import { Mark } from "../shell/Frame";
import "./Threshold.css";

interface ThresholdProps {
  title: string;
  lead?: ReactNode;
  /** Where one is among several steps. */
  above?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** The calm page before the app: one card, nothing else. */
export function Threshold({ title, lead, above, wide, children }: ThresholdProps) {
  return (
    <main className="threshold">
      <div className="threshold-card" data-wide={wide || undefined}>
        <div className="threshold-mark"><Mark size={40} /></div>
        {above}
        <header className="threshold-head">
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </header>
        {children}
      </div>
      <LanguageSwitch />
    </main>
  );
}

const names: Record<Language, string> = { fr: "Français", en: "English" };

function LanguageSwitch() {
  return (
    <div className="threshold-languages" role="group" aria-label={t("signIn.language")}>
      {(["fr", "en"] as const).map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={currentLanguage() === one} onClick={() => void speak(one)}>{names[one]}</button>
      ))}
    </div>
  );
}
