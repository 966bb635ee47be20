import type { ReactNode, Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import "./Field.css";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "children" | "className" | "style"> {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** Shown in red; the field counts as invalid while it is set. */
  error?: string | null;
  placeholder?: string;
  multiline?: boolean;
  rows?: number;
  inputRef?: Ref<HTMLInputElement>;
}

/** A labelled line (or several) of text with its hint and its error. */
export function TextField({ label, hideLabel, hint, error, placeholder, multiline, rows = 3, inputRef, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={!!error || rest.isInvalid} className="field">
      <Label className={hideLabel ? "visually-hidden" : "field-label"}>{label}</Label>
      {multiline
        ? <TextArea className="field-input" placeholder={placeholder} rows={rows} />
        : <Input className="field-input" placeholder={placeholder} ref={inputRef} />}
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <FieldError className="field-error">{error ?? undefined}</FieldError>
    </AriaTextField>
  );
}
