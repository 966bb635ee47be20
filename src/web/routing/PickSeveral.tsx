import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { t } from "../i18n";
import { Checkbox, ChevronDownIcon, Popup, SearchField } from "../ui";

interface PickSeveralProps {
  label: string;
  choices: readonly { id: string; label: string }[];
  picked: readonly string[];
  onChange: (picked: string[]) => void;
  /** Shown where there is nothing to choose from. */
  none: string;
}

const searchFrom = 8;

/** Several among many, folded into one button that names what is chosen. */
export function PickSeveral({ label, choices, picked, onChange, none }: PickSeveralProps) {
  const [typed, setTyped] = useState("");
  const shown = choices.filter((one) => one.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const names = choices.filter((one) => picked.includes(one.id)).map((one) => one.label);
  const words = names.length === 0 ? t("routing.pick") : names.length <= 2 ? names.join(", ") : t("routing.pick.more", { first: names[0]!, count: names.length - 1 });
  return (
    <Popup
      label={label}
      trigger={<Button aria-label={t("routing.pick.label", { label, words })} className="select-button" data-empty={names.length === 0 || undefined}><span className="select-value" data-placeholder={names.length === 0 || undefined}>{words}</span><ChevronDownIcon size={16} /></Button>}
    >
      <div className="pick-popup">
        {choices.length > searchFrom && <SearchField label={t("routing.pick.find")} value={typed} onChange={setTyped} />}
        {choices.length === 0 ? <p className="field-hint">{none}</p> : (
          <div className="pick-choices">
            {shown.map((one) => (
              <Checkbox key={one.id} label={one.label} isOn={picked.includes(one.id)} onChange={(on) => onChange(on ? [...picked, one.id] : picked.filter((id) => id !== one.id))} />
            ))}
          </div>
        )}
      </div>
    </Popup>
  );
}
