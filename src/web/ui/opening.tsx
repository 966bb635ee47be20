import { lazy, type ReactElement, type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components/Button";
import type { PopoverProps } from "react-aria-components/Popover";
import { patiently } from "./lazily";

const restMs = 1000;
const load = () => patiently(() => import("./Opened"));

/** What buttons open is no part of a page's first script: it comes once the page is at rest, at the latest when it is wanted. */
export const Opened = {
  Menu: lazy(() => load().then(({ OpenedMenu }) => ({ default: OpenedMenu }))),
  Popup: lazy(() => load().then(({ OpenedPopup }) => ({ default: OpenedPopup }))),
};

export interface Opening {
  /** The button that opens it. */
  trigger: ReactElement;
  label: string;
  placement?: PopoverProps["placement"];
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Where what is opened hangs, what reads its name, and where the focus goes first. */
export interface Place extends Pick<Opening, "label" | "placement"> {
  id: string;
  anchor: React.RefObject<HTMLButtonElement | null>;
  focus: "first" | "last" | true;
  close: () => void;
}

/** A button, and beside it what it opens. A menu opens as the mouse goes down and by the arrows, as menus do; whatever else, once the button is let go. */
export function Opener({ isMenu, trigger, isOpen, onOpenChange, children, ...place }: Opening & { isMenu?: boolean; children: (place: Place) => ReactNode }) {
  const [own, setOwn] = useState(false);
  const [focus, setFocus] = useState<Place["focus"]>(true);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isShown = isOpen ?? own;
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => {}), restMs); // what then is missing is missed where it is opened
    return () => clearTimeout(timer);
  }, []);

  const open = (next: boolean, at: Place["focus"] = true) => {
    setFocus(at);
    setOwn(next);
    onOpenChange?.(next);
  };
  const atOnce = (pointer: string) => isMenu && (pointer === "mouse" || pointer === "virtual");
  const button = {
    ref: anchor, isPressed: isShown, "aria-expanded": isShown, "aria-haspopup": isMenu ? "menu" as const : undefined, "aria-controls": isShown ? id : undefined,
    onPressStart: ({ pointerType }: { pointerType: string }) => atOnce(pointerType) && open(true, pointerType === "virtual" ? "first" : true),
    onPress: ({ pointerType }: { pointerType: string }) => atOnce(pointerType) || open(!isShown, pointerType === "keyboard" ? "first" : true),
    onKeyDown: ({ key }: { key: string }) => isMenu && (key === "ArrowDown" || key === "ArrowUp") && open(true, key === "ArrowDown" ? "first" : "last"),
  };
  return (
    <>
      <ButtonContext value={button}>{trigger}</ButtonContext>
      {isShown && <Suspense fallback={null}>{children({ ...place, id, anchor, focus, close: () => open(false) })}</Suspense>}
    </>
  );
}
