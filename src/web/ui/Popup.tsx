import type { ReactElement, ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import "./Menu.css";

interface PopupProps {
  trigger: ReactElement;
  label: string;
  placement?: PopoverProps["placement"];
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small free-form panel that a button opens: a picker, a short form. */
export function Popup({ trigger, label, placement = "bottom start", isOpen, onOpenChange, children }: PopupProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className="popover" placement={placement} offset={6}>
        <AriaDialog className="popup" aria-label={label}>
          {({ close }) => <>{typeof children === "function" ? children(close) : children}</>}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
