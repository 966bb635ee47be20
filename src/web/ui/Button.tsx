import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import type { Icon } from "./icons";
import { Spinner } from "./Spinner";
import { Tooltip } from "./Tooltip";
import "./Button.css";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
  icon?: Icon;
  /** Keeps the width and shows that the action is on its way. */
  isPending?: boolean;
  /** Takes the whole width of its place. */
  wide?: boolean;
  /** Gives up its words before the others where there is little room. */
  isMinor?: boolean;
  children: ReactNode;
}

/** The button with words. */
export function Button({ variant = "secondary", size = "md", icon: Drawn, isPending, wide, isMinor, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={isPending} className="button" data-variant={variant} data-size={size} data-wide={wide || undefined} data-minor={isMinor || undefined}>
      {Drawn && <Drawn size={size === "sm" ? 15 : 17} />}
      <span className="button-words">{children}</span>
      {isPending && <Spinner size={14} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style" | "aria-label"> {
  icon: Icon;
  /** Read aloud and shown as a tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
  size?: "sm" | "md";
  variant?: "ghost" | "primary";
  isActive?: boolean;
}

/** The button that is only an icon: its label is in the tooltip. */
export function IconButton({ icon: Drawn, label, shortcut, size = "md", variant = "ghost", isActive, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton {...rest} aria-label={label} className="icon-button" data-size={size} data-variant={variant} data-active={isActive || undefined}>
        <Drawn size={size === "sm" ? 16 : 18} />
      </AriaButton>
    </Tooltip>
  );
}
