import type { ChannelKind, Field } from "../api/types";
import { t } from "../i18n";
import { Select, Switch, TextField } from "../ui";
import "./channels.css";
import { isSecretSet, kindText, plainFields, type Values } from "./kinds";

interface SettingsFieldsProps {
  kind: ChannelKind;
  values: Values;
  onChange: (values: Values) => void;
  /** What the server says is set already. */
  settings?: Record<string, unknown>;
}

/** The form of a channel, drawn from what its kind asks for. */
export function SettingsFields({ kind, values, onChange, settings = {} }: SettingsFieldsProps) {
  return plainFields(kind).map((field) => (
    <OneField
      key={field.key} kind={kind} field={field} value={values[field.key]!} isSet={isSecretSet(settings, field.key)}
      onChange={(value) => onChange({ ...values, [field.key]: value })}
    />
  ));
}

interface OneFieldProps { kind: ChannelKind; field: Field; value: string | number | boolean; isSet: boolean; onChange: (value: string | number | boolean) => void }

function OneField({ kind, field, value, isSet, onChange }: OneFieldProps) {
  const label = kindText(kind, `field.${field.key}`) || field.key;
  const hint = kindText(kind, `field.${field.key}.hint`) || undefined;
  const needed = field.required && !isSet;
  if (field.type === "bool") return <Switch label={label} hint={hint} isOn={value === true} onChange={onChange} />;
  if (field.type === "choice") return <Select label={label} hint={hint} value={String(value)} onChange={onChange} choices={field.options.map((id) => ({ id, label: kindText(kind, `field.${field.key}.${id}`) || id }))} />;
  if (field.type === "color") return <ColorField label={label} hint={hint} value={String(value)} onChange={onChange} />;
  if (field.type === "number") return <TextField label={label} hint={hint} type="number" inputMode="numeric" value={String(value)} onChange={(text) => onChange(Number(text))} isRequired={needed} />;
  return (
    <TextField
      label={label} hint={hint} value={String(value)} onChange={onChange} isRequired={needed} autoComplete="off" spellCheck="false"
      multiline={field.type === "longText"} rows={6}
      type={field.type === "secret" ? "password" : field.type === "url" ? "url" : "text"}
      placeholder={isSet ? t("channels.secret.set") : undefined}
    />
  );
}

function ColorField({ label, hint, value, onChange }: { label: string; hint?: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className="color-field">
      <input type="color" value={value} onChange={(event) => onChange(event.target.value)} />
      <span>
        <span className="field-label">{label}</span>
        {hint && <span className="field-hint">{hint}</span>}
      </span>
      <code>{value}</code>
    </label>
  );
}
