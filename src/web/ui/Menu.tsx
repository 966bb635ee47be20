import type { ReactElement, ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import type { Icon } from "./icons";
import { CheckIcon } from "./icons";
import { Keys } from "./Keys";
import "./Menu.css";

export interface MenuEntry {
  id: string;
  label: string;
  hint?: string;
  icon?: Icon;
  /** Drawn instead of the icon: an avatar, a presence dot. */
  figure?: ReactNode;
  shortcut?: string;
  isChecked?: boolean;
  isDisabled?: boolean;
  isDanger?: boolean;
  onAction: () => void;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: MenuEntry[];
}

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  label: string;
  groups: MenuGroup[];
  placement?: PopoverProps["placement"];
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A list of actions that a button opens. */
export function Menu({ trigger, label, groups, placement = "bottom start", isOpen, onOpenChange }: MenuProps) {
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {shown.map((group, at) => [
            at > 0 && <Separator key={`${group.id}-line`} className="menu-line" />,
            <MenuSection key={group.id} aria-label={group.title ?? label}>
              {group.title && <Header className="menu-title">{group.title}</Header>}
              {group.entries.map((entry) => <Entry key={entry.id} {...entry} />)}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ id, label, hint, icon: Drawn, figure, shortcut, isChecked, isDisabled, isDanger, onAction }: MenuEntry) {
  return (
    <AriaMenuItem className="menu-item" id={id} textValue={label} onAction={onAction} isDisabled={isDisabled} data-danger={isDanger || undefined}>
      {figure ?? (Drawn && <Drawn size={16} />)}
      <span className="menu-item-words">
        <span>{label}</span>
        {hint && <span className="menu-item-hint">{hint}</span>}
      </span>
      {shortcut && <Keys keys={shortcut} />}
      {isChecked && <CheckIcon size={15} />}
    </AriaMenuItem>
  );
}
