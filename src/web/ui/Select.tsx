import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { CheckIcon, ChevronDownIcon } from "./icons";
import "./Field.css";
import "./Menu.css";

export interface Choice<Id extends string = string> {
  id: Id;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

interface SelectProps<Id extends string> {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  error?: string | null;
  placeholder?: string;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  isRequired?: boolean;
}

/** One choice among a few. */
export function Select<Id extends string>({ label, hideLabel, hint, error, placeholder, choices, value, onChange, ...rest }: SelectProps<Id>) {
  return (
    <AriaSelect {...rest} className="field" placeholder={placeholder} value={value} onChange={(key) => onChange(key as Id)} isInvalid={!!error}>
      <Label className={hideLabel ? "visually-hidden" : "field-label"}>{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value" />
        <ChevronDownIcon size={16} />
      </Button>
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <FieldError className="field-error">{error ?? undefined}</FieldError>
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem className="menu-item" id={choice.id} textValue={choice.label}>
              {choice.icon}
              <span className="menu-item-words">
                <span>{choice.label}</span>
                {choice.hint && <span className="menu-item-hint">{choice.hint}</span>}
              </span>
              <CheckIcon size={15} className="menu-check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
