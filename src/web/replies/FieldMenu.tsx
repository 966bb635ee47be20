import { useEffect } from "react";
import { attributeName, attributes, fetchAttributes } from "../contacts/attributes";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Button, Menu, PlusIcon } from "../ui";

const built = ["contact.first_name", "contact.last_name", "contact.name", "agent.first_name", "agent.name", "agent.short_code", "channel.name", "conversation.id"];
const covered = ["first_name", "last_name"];

/** What a reply may leave open, to be filled in when it is used: put where the caret of the text is. */
export function FieldMenu({ area, onInsert }: { area: string; onInsert: (text: string) => void }) {
  const known = useStore(attributes, (state) => state.items) ?? [];
  useEffect(() => void fetchAttributes(), []);
  const insert = (name: string) => {
    const element = document.querySelector<HTMLTextAreaElement>(area);
    if (!element) return;
    element.setRangeText(`{{${name}}}`, element.selectionStart, element.selectionEnd, "end");
    onInsert(element.value);
    setTimeout(() => element.focus(), 40);
  };
  const entry = (name: string, label: string) => ({ id: name, label, hint: `{{${name}}}`, onAction: () => insert(name) });
  return (
    <Menu
      label={t("replies.field")} trigger={<Button size="sm" variant="ghost" icon={PlusIcon}>{t("replies.field")}</Button>}
      groups={[
        { id: "built", entries: built.map((name) => entry(name, t(`replies.field.${name}`))) },
        { id: "attributes", title: t("administration.page.contactAttributes"), entries: known.filter((one) => one.isOn && !covered.includes(one.alias)).map((one) => entry(`contact.${one.alias}`, attributeName(one.alias, one.name))) },
      ]}
    />
  );
}
