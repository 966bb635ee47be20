import type { ReactNode } from "react";
import type { Icon } from "./icons";
import "./Menu.css";
import { Opened, Opener, type Opening } from "./opening";

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

/** A list of actions that a button opens. */
export function Menu({ groups, placement = "bottom start", ...opening }: Opening & { groups: MenuGroup[] }) {
  return <Opener {...opening} placement={placement} isMenu>{(place) => <Opened.Menu {...place} groups={groups} />}</Opener>;
}
