import { useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { errorText } from "../api/client";
import type { ContactAttribute, ContactView, KnownValue } from "../api/types";
import { t } from "../i18n";
import { fullDate } from "../i18n/format";
import { useStore } from "../live/store";
import { useMay } from "../shell/session";
import { Badge, EditIcon, Skeleton, StarIcon, toast } from "../ui";
import { AttributeField } from "./AttributeField";
import { attributeName, attributes, fetchAttributes, valueText } from "./attributes";
import { markVip } from "./changeContact";

/** What is known of a contact, in the order the administrator chose: read, corrected and completed in place. */
export function ContactFacts({ contact }: { contact: ContactView }) {
  const items = useStore(attributes, (state) => state.items);
  const may = useMay();
  useEffect(() => void fetchAttributes(), []);
  const shown = (items ?? []).filter((one) => one.isOn);
  return (
    <>
      <Marks contact={contact} mayEdit={may("editContacts")} />
      {!items && <Skeleton width={180} />}
      <dl className="contact-facts">
        {shown.map((attribute) => (
          <Fact key={attribute.alias} attribute={attribute} contact={contact} values={contact.attributes.filter((value) => value.alias === attribute.alias)} mayEdit={may("editContacts")} />
        ))}
        <div><dt>{t("contacts.since")}</dt><dd>{fullDate(new Date(contact.createdAt))}</dd></div>
      </dl>
    </>
  );
}

/** VIP or not, and the groups the contact belongs to. */
function Marks({ contact, mayEdit }: { contact: ContactView; mayEdit: boolean }) {
  const toggle = () => void markVip(contact.id, !contact.vip).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
  return (
    <div className="contact-marks">
      <AriaButton className="vip-button" aria-pressed={contact.vip} onPress={toggle} isDisabled={!mayEdit} aria-label={t(contact.vip ? "contacts.vip.off" : "contacts.vip.on")}>
        <StarIcon size={14} />
        {t("conversations.vip")}
      </AriaButton>
      {contact.groups.length > 0 && <ul aria-label={t("contacts.groups")}>{contact.groups.map((group) => <li key={group.id}><Badge>{group.name}</Badge></li>)}</ul>}
    </div>
  );
}

interface FactProps { attribute: ContactAttribute; contact: ContactView; values: KnownValue[]; mayEdit: boolean }

function Fact({ attribute, contact, values, mayEdit }: FactProps) {
  const [isEditing, setEditing] = useState(false);
  const value = values[0];
  const isEditable = mayEdit && attribute.agentsMayEdit && !attribute.managedByCrm && attribute.kind !== "medium";
  if (!value && !isEditable) return null;

  const name = attributeName(attribute.alias, attribute.name);
  return (
    <div>
      <dt>{name}</dt>
      {isEditing
        ? <dd><AttributeField attribute={attribute} name={name} contactId={contact.id} value={value?.value ?? ""} onDone={() => setEditing(false)} /></dd>
        : <dd className="contact-fact">
            {value && <Said attribute={attribute} values={values} />}
            {isEditable && (
              <AriaButton className={value ? "fact-edit" : "fact-add"} onPress={() => setEditing(true)} aria-label={t(value ? "contacts.edit.named" : "contacts.add.named", { name })}>
                {value ? <EditIcon size={14} /> : t("contacts.add")}
              </AriaButton>
            )}
          </dd>}
    </div>
  );
}

/** The value that counts; who said it, and what others say, is told when pointed at. */
function Said({ attribute, values }: { attribute: ContactAttribute; values: KnownValue[] }) {
  const [first] = values as [KnownValue, ...KnownValue[]];
  const words = valueText(attribute.format, first.value);
  const sources = values.map((one) => `${t(`contacts.source.${one.source}`)} · ${fullDate(new Date(one.at))}${one === first ? "" : ` · ${valueText(attribute.format, one.value)}`}`);
  return (
    <span className="fact-value" title={sources.join("\n")}>
      {attribute.format === "url" ? <a href={first.value} target="_blank" rel="noopener noreferrer nofollow">{words}</a> : words}
    </span>
  );
}
