import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";
import { Switch as AriaSwitch } from "react-aria-components/Switch";
import { CheckIcon } from "./icons";
import "./Field.css";

interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  isOn: boolean;
  onChange: (on: boolean) => void;
  isDisabled?: boolean;
}

const Words = ({ label, hint }: Pick<SwitchProps, "label" | "hint">) => (
  <span className="switch-words">
    <span>{label}</span>
    {hint && <span className="field-hint">{hint}</span>}
  </span>
);

/** Turns one thing on or off, at once. */
export function Switch({ label, hint, isOn, onChange, isDisabled }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <span className="switch-track" />
      <Words label={label} hint={hint} />
    </AriaSwitch>
  );
}

/** Picks one thing among several, saved with the form. */
export function Checkbox({ label, hint, isOn, onChange, isDisabled }: SwitchProps) {
  return (
    <AriaCheckbox className="checkbox" isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <span className="checkbox-box"><CheckIcon size={14} strokeWidth={2.4} /></span>
      <Words label={label} hint={hint} />
    </AriaCheckbox>
  );
}
