import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import "./Field.css";
import "./RadioCards.css";

interface RadioCardsProps<Id extends string> {
  label: string;
  /** Where a heading says the same already. */
  hideLabel?: boolean;
  choices: readonly { id: Id; title: string; text: string }[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
}

/** A few choices that each need a sentence. */
export function RadioCards<Id extends string>({ label, hideLabel, choices, value, onChange, isDisabled }: RadioCardsProps<Id>) {
  return (
    <RadioGroup className="radio-cards" value={value} onChange={(id) => onChange(id as Id)} isDisabled={isDisabled}>
      <Label className={hideLabel ? "visually-hidden" : "field-label"}>{label}</Label>
      {choices.map(({ id, title, text }) => (
        <Radio key={id} value={id} className="radio-card"><span><strong>{title}</strong><span>{text}</span></span></Radio>
      ))}
    </RadioGroup>
  );
}
