import type { Template } from "../api/types";
import { t } from "../i18n";
import { TextField } from "../ui";

const fill = (template: Template, part: "header" | "body", text: string, values: string[]) =>
  text.replace(/\{\{\s*(\d+)\s*\}\}/g, (hole, index: string) => {
    const at = template.variables.findIndex((one) => one.part === part && one.index === Number(index));
    return values[at]?.trim() || hole;
  });

/** The template with its holes filled, as the customer will read it. */
export const filledTemplate = (template: Template, values: string[]) => ({
  header: template.header ? fill(template, "header", template.header, values) : null,
  body: fill(template, "body", template.body, values),
});

/** One field per hole, and the message that comes of it. */
export function TemplateForm({ template, values, onChange }: { template: Template; values: string[]; onChange: (values: string[]) => void }) {
  const { header, body } = filledTemplate(template, values);
  return (
    <div className="template-form">
      <div className="template-fields">
        {template.variables.length === 0 && <p className="field-hint">{t("conversations.template.noVariables")}</p>}
        {template.variables.map((variable, at) => (
          <TextField
            key={`${variable.part}-${variable.index}`} label={t(`conversations.template.variable.${variable.part}`, { index: variable.index })}
            value={values[at] ?? ""} onChange={(value) => onChange(values.with(at, value))} autoFocus={at === 0} isRequired
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
