import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { CheckIcon } from "./icons";
import { Keys } from "./Keys";
import type { MenuEntry, MenuGroup } from "./Menu";
import type { Place } from "./opening";

/** The entries of a menu, in their groups. */
export function OpenedMenu({ groups, ...place }: Place & { groups: MenuGroup[] }) {
  const { id, label, focus, close } = place;
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <Hanging {...place} offset={4}>
      <Menu className="menu" id={id} aria-label={label} autoFocus={focus} onClose={close}>
        {shown.map((group, at) => [
          at > 0 && <Separator key={`${group.id}-line`} className="menu-line" />,
          <MenuSection key={group.id} aria-label={group.title ?? label}>
            {group.title && <Header className="menu-title">{group.title}</Header>}
            {group.entries.map((entry) => <Entry key={entry.id} {...entry} />)}
          </MenuSection>,
        ])}
      </Menu>
    </Hanging>
  );
}

/** Whatever a popup shows. */
export function OpenedPopup({ children, ...place }: Place & { children: ReactNode }) {
  return (
    <Hanging {...place} offset={6}>
      <Dialog className="popup" id={place.id} aria-label={place.label}>{children}</Dialog>
    </Hanging>
  );
}

function Hanging({ anchor, label, placement, close, offset, children }: Place & { offset: number; children: ReactNode }) {
  return (
    <Popover className="popover" triggerRef={anchor} aria-label={label} placement={placement} offset={offset} isOpen onOpenChange={(isOpen) => !isOpen && close()}>
      {children}
    </Popover>
  );
}

function Entry({ id, label, hint, icon: Drawn, figure, shortcut, isChecked, isDisabled, isDanger, onAction }: MenuEntry) {
  return (
    <MenuItem className="menu-item" id={id} textValue={label} onAction={onAction} isDisabled={isDisabled} data-danger={isDanger || undefined}>
      {figure ?? (Drawn && <Drawn size={16} />)}
      <span className="menu-item-words">
        <span>{label}</span>
        {hint && <span className="menu-item-hint">{hint}</span>}
      </span>
      {shortcut && <Keys keys={shortcut} />}
      {isChecked && <CheckIcon size={15} />}
    </MenuItem>
  );
}
