import { useState } from "react";
import { errorText } from "../api/client";
import type { AttributeFormat, ContactAttribute } from "../api/types";
import { t } from "../i18n";
import { Button, type Choice, Select, TextField, toast } from "../ui";
import { languageName, languages } from "./attributes";
import { writeAttribute } from "./changeContact";

const inputs: Partial<Record<AttributeFormat, string>> = { number: "text", date: "date", email: "email", phone: "tel", url: "url" };
const none = "-";

interface AttributeFieldProps { attribute: ContactAttribute; name: string; contactId: string; value: string; onDone: () => void }

/** Writes one attribute in place: a choice is saved as it is made, a text with Enter. */
export function AttributeField({ attribute, name, contactId, value, onDone }: AttributeFieldProps) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const save = async (next: string) => {
    try {
      await writeAttribute(contactId, attribute.alias, next.trim());
      onDone();
    } catch (refused) {
      setError(errorText(refused));
      if (choices) toast(errorText(refused), { tone: "bad" });
    }
  };
  const choices = choicesOf(attribute, value);
  if (choices) return <Select label={name} hideLabel choices={choices} value={value || none} onChange={(id) => void save(id === none ? "" : id)} />;

  return (
    <form className="contact-edit" onSubmit={(event) => (event.preventDefault(), void save(text))}>
      <TextField
        label={name} hideLabel type={inputs[attribute.format] ?? "text"} inputMode={attribute.format === "number" ? "decimal" : undefined} value={text}
        onChange={(next) => (setText(next), setError(null))} error={error} autoFocus maxLength={2048} autoComplete="off" onKeyDown={(event) => event.key === "Escape" && onDone()}
      />
      <div className="contact-edit-foot">
        <Button size="sm" variant="ghost" onPress={onDone}>{t("ui.cancel")}</Button>
        <Button size="sm" variant="primary" type="submit">{t("contacts.save")}</Button>
      </div>
    </form>
  );
}

function choicesOf(attribute: ContactAttribute, value: string): Choice[] | null {
  const nothing = { id: none, label: t("contacts.nothing") };
  switch (attribute.format) {
    case "choice": return [nothing, ...attribute.choices.map((id) => ({ id, label: id }))];
    case "yesNo": return [nothing, { id: "yes", label: t("contacts.yes") }, { id: "no", label: t("contacts.no") }];
    case "language": return [nothing, ...[...new Set([...(value ? [value] : []), ...languages])].map((id) => ({ id, label: languageName(id) }))];
    default: return null;
  }
}
