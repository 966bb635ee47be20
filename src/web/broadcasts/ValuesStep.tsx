import { useEffect } from "react";
import { attributeName, attributes, fetchAttributes } from "../contacts/attributes";
import { filledTemplate } from "../conversations/TemplateForm";
import "../conversations/TemplateDialog.css";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { type Choice, Select, TextField } from "../ui";
import type { Draft, Value } from "./draft";

const built = ["contact.first_name", "contact.last_name", "contact.name"];
const covered = ["first_name", "last_name", "name"];
const words = "text";
const column = "column";

/** What fills each gap, and how it will read. */
export function ValuesStep({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const items = useStore(attributes, (state) => state.items) ?? [];
  useEffect(() => void fetchAttributes(), []);
  const template = draft.template!;
  const fields: Choice[] = [
    ...built.map((id) => ({ id, label: t(`replies.field.${id}`) })),
    ...items.filter((one) => one.isOn && !covered.includes(one.alias)).map((one) => ({ id: `contact.${one.alias}`, label: attributeName(one.alias, one.name) })),
  ];
  const shown = (value: Value, at: number) =>
    value.from === "text" ? value.text : value.from === "column" ? t("broadcasts.value.column.shown", { number: at + 3 }) : `[${fields.find((one) => one.id === value.field)?.label ?? value.field}]`;
  const { header, body } = filledTemplate(template, draft.values.map(shown));
  return (
    <div className="template-form">
      <div className="template-fields">
        {template.variables.length === 0 && <p className="field-hint">{t("conversations.template.noVariables")}</p>}
        {template.variables.map((variable, at) => (
          <ValueField
            key={`${variable.part}-${variable.index}`} label={t(`conversations.template.variable.${variable.part}`, { index: variable.index })} value={draft.values[at]!} fields={fields} columnNumber={at + 3}
            onChange={(value) => onChange({ values: draft.values.with(at, value) })}
          />
        ))}
      </div>
      <figure className="template-preview">
        <figcaption>{t("conversations.template.preview")}</figcaption>
        <div className="bubble">
          {header && <strong>{header}</strong>}
          <p className="words">{body}</p>
          {template.footer && <small>{template.footer}</small>}
        </div>
      </figure>
    </div>
  );
}

interface ValueFieldProps { label: string; value: Value; fields: Choice[]; columnNumber: number; onChange: (value: Value) => void }

function ValueField({ label, value, fields, columnNumber, onChange }: ValueFieldProps) {
  const choose = (id: string) => onChange(id === words ? { from: "text", text: "" } : id === column ? { from: "column" } : { from: "field", field: id, fallback: value.from === "field" ? value.fallback : "" });
  return (
    <fieldset className="broadcast-value">
      <legend className="field-label">{label}</legend>
      <Select
        label={t("broadcasts.value.from", { label })} hideLabel value={value.from === "field" ? value.field : value.from} onChange={choose}
        choices={[{ id: words, label: t("broadcasts.value.text") }, ...fields, { id: column, label: t("broadcasts.value.column", { number: columnNumber }) }]}
      />
      {value.from === "text" && <TextField label={t("broadcasts.value.words", { label })} hideLabel placeholder={t("broadcasts.value.words.example")} value={value.text} onChange={(text) => onChange({ from: "text", text })} maxLength={1000} autoComplete="off" />}
      {value.from === "field" && <TextField label={t("broadcasts.value.fallback")} hint={t("broadcasts.value.fallback.hint")} placeholder={t("broadcasts.value.fallback.example")} value={value.fallback} onChange={(fallback) => onChange({ ...value, fallback })} isRequired maxLength={200} autoComplete="off" />}
      {value.from === "column" && <p className="field-hint">{t("broadcasts.value.column.hint")}</p>}
    </fieldset>
  );
}
