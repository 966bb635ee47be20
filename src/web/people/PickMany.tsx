import type { ReactNode } from "react";
import { Checkbox } from "../ui";
import "./people.css";

interface PickManyProps {
  label: string;
  choices: readonly { id: string; label: ReactNode; hint?: string }[];
  picked: readonly string[];
  onChange: (picked: string[]) => void;
  /** Shown where there is nothing to pick. */
  none: string;
}

/** Several among a few: teams of a member, members of a team, who may see a channel. */
export function PickMany({ label, choices, picked, onChange, none }: PickManyProps) {
  const toggle = (id: string, on: boolean) => onChange(on ? [...picked, id] : picked.filter((one) => one !== id));
  return (
    <fieldset className="pick-many">
      <legend className="field-label">{label}</legend>
      {choices.length === 0
        ? <p className="field-hint">{none}</p>
        : <div className="pick-list">{choices.map((one) => <Checkbox key={one.id} label={one.label} hint={one.hint} isOn={picked.includes(one.id)} onChange={(on) => toggle(one.id, on)} />)}</div>}
    </fieldset>
  );
}
