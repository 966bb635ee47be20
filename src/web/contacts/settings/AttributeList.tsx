import { Button as AriaButton } from "react-aria-components/Button";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { Switch as AriaSwitch } from "react-aria-components/Switch";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { errorText } from "../../api/client";
import type { ContactAttribute } from "../../api/types";
import { t } from "../../i18n";
import { ArrowDownIcon, ArrowUpIcon, Badge, CloudIcon, EditIcon, GripIcon, IconButton, SearchIcon, toast, TrashIcon } from "../../ui";
import { attributeName, changeAttribute, orderAttributes } from "../attributes";

interface AttributeListProps {
  items: ContactAttribute[];
  isOrdering: boolean;
  onEdit: (attribute: ContactAttribute) => void;
  onRemove: (attribute: ContactAttribute) => void;
}

const attempt = (action: Promise<void>) => void action.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

/** Every attribute with its switch. While ordering, each can be drawn up or down, by mouse, finger or keyboard. */
export function AttributeList({ items, isOrdering, onEdit, onRemove }: AttributeListProps) {
  const move = (moved: Set<unknown>, target: unknown, isAfter: boolean) => {
    const rest = items.filter((one) => !moved.has(one.alias));
    const at = rest.findIndex((one) => one.alias === target) + (isAfter ? 1 : 0);
    attempt(orderAttributes(rest.toSpliced(at, 0, ...items.filter((one) => moved.has(one.alias)))));
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => move(keys, target.key, target.dropPosition === "after"),
  });
  const shift = (at: number, by: number) => attempt(orderAttributes(items.toSpliced(at, 1).toSpliced(at + by, 0, items[at]!)));

  return (
    <GridList key={String(isOrdering)} className="attribute-list" aria-label={t("administration.page.contactAttributes")} items={items.map((one, at) => ({ ...one, id: one.alias, at }))} keyboardNavigationBehavior="tab" dragAndDropHooks={isOrdering ? dragAndDropHooks : undefined} dependencies={[isOrdering, items]}>
      {(one) => (
        <GridListItem className="attribute-row" textValue={attributeName(one.alias, one.name)} data-off={!one.isOn || undefined}>
          {isOrdering && <AriaButton slot="drag" className="attribute-grip" aria-label={t("contactSettings.order.grip", { name: attributeName(one.alias, one.name) })}><GripIcon size={16} /></AriaButton>}
          <Words attribute={one} />
          {isOrdering
            ? <span className="attribute-tools">
                <IconButton icon={ArrowUpIcon} size="sm" label={t("contactSettings.order.up", { name: attributeName(one.alias, one.name) })} isDisabled={one.at === 0} onPress={() => shift(one.at, -1)} />
                <IconButton icon={ArrowDownIcon} size="sm" label={t("contactSettings.order.down", { name: attributeName(one.alias, one.name) })} isDisabled={one.at === items.length - 1} onPress={() => shift(one.at, 1)} />
              </span>
            : <span className="attribute-tools">
                {one.kind === "own" && <IconButton icon={EditIcon} size="sm" label={t("contactSettings.edit", { name: attributeName(one.alias, one.name) })} onPress={() => onEdit(one)} />}
                {one.kind === "own" && <IconButton icon={TrashIcon} size="sm" label={t("contactSettings.attribute.remove.named", { name: attributeName(one.alias, one.name) })} onPress={() => onRemove(one)} />}
                <AriaSwitch className="switch" isSelected={one.isOn} aria-label={t("contactSettings.attribute.on", { name: attributeName(one.alias, one.name) })} onChange={(isOn) => attempt(changeAttribute(one.alias, { isOn }))}>
                  <span className="switch-track" />
                </AriaSwitch>
              </span>}
        </GridListItem>
      )}
    </GridList>
  );
}

function Words({ attribute }: { attribute: ContactAttribute }) {
  return (
    <span className="attribute-words">
      <span className="attribute-name">
        <strong>{attributeName(attribute.alias, attribute.name)}</strong>
        {attribute.kind === "own" && <Badge tone="accent">{t("contactSettings.kind.own")}</Badge>}
        {attribute.managedByCrm && <CloudIcon size={15} role="img" aria-hidden={false} aria-label={t("contactSettings.crm")} />}
        {attribute.isLookup && <SearchIcon size={15} role="img" aria-hidden={false} aria-label={t("contactSettings.lookup")} />}
      </span>
      <small>
        <code>{attribute.alias}</code> · {t(`contactSettings.format.${attribute.format}`)}
        {attribute.kind === "medium" && ` · ${t("contactSettings.kind.medium")}`}
      </small>
    </span>
  );
}
