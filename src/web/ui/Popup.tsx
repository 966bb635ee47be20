import type { ReactNode } from "react";
import "./Menu.css";
import { Opened, Opener, type Opening } from "./opening";

/** A small free-form panel that a button opens: a picker, a short form. */
export function Popup({ placement = "bottom start", children, ...opening }: Opening & { children: ReactNode | ((close: () => void) => ReactNode) }) {
  return (
    <Opener {...opening} placement={placement}>
      {(place) => <Opened.Popup {...place}>{typeof children === "function" ? children(place.close) : children}</Opened.Popup>}
    </Opener>
  );
}
