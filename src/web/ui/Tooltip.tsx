import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Keys } from "./Keys";
import "./Tooltip.css";

/** Names what is under the pointer or the focus. Its child must be a kit button or another focusable React Aria part. */
export function Tooltip({ text, shortcut, children }: { text: string; shortcut?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
        {shortcut && <Keys keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
