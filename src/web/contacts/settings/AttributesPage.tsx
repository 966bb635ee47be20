import { useEffect, useState } from "react";
import { errorText } from "../../api/client";
import type { ContactAttribute } from "../../api/types";
import { t } from "../../i18n";
import { useStore } from "../../live/store";
import { Button, CheckIcon, Confirm, Page, PlusIcon, Skeleton, toast } from "../../ui";
import { attributeName, attributes, fetchAttributes, removeAttribute } from "../attributes";
import { AttributeDialog } from "./AttributeDialog";
import { AttributeList } from "./AttributeList";
import "./settings.css";

type Open = { dialog: "add" } | { dialog: "edit" | "remove"; attribute: ContactAttribute } | null;

/** What may be known of contacts: which of it agents see, in which order, and what is added to it. */
export default function AttributesPage() {
  const items = useStore(attributes, (state) => state.items);
  const [isOrdering, setOrdering] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  useEffect(() => void fetchAttributes(), []);
  const close = () => setOpen(null);

  return (
    <Page title={t("administration.page.contactAttributes")} lead={t("contactSettings.attributes.lead")} actions={<>
      <Button icon={isOrdering ? CheckIcon : undefined} onPress={() => setOrdering(!isOrdering)}>{t(isOrdering ? "contactSettings.order.done" : "contactSettings.order")}</Button>
      <Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ dialog: "add" })}>{t("contactSettings.attribute.add")}</Button>
    </>}>
      {isOrdering && <p className="order-hint">{t("contactSettings.order.hint")}</p>}
      {items
        ? <AttributeList items={items} isOrdering={isOrdering} onEdit={(attribute) => setOpen({ dialog: "edit", attribute })} onRemove={(attribute) => setOpen({ dialog: "remove", attribute })} />
        : <Skeleton height={240} />}
      {open?.dialog === "add" && <AttributeDialog attribute={null} onClose={close} />}
      {open?.dialog === "edit" && <AttributeDialog attribute={open.attribute} onClose={close} />}
      {open?.dialog === "remove" && (
        <Confirm
          isOpen isDanger onClose={close} title={t("contactSettings.attribute.remove.title", { name: attributeName(open.attribute.alias, open.attribute.name) })}
          text={t("contactSettings.attribute.remove.text")} action={t("contactSettings.attribute.remove")}
          onConfirm={() => removeAttribute(open.attribute.alias).catch((error: unknown) => toast(errorText(error), { tone: "bad" }))}
        />
      )}
    </Page>
  );
}
