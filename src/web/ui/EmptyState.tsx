import type { ReactNode } from "react";
import type { Icon } from "./icons";
import "./EmptyState.css";

/** Says why nothing is here and what to do next. */
export function EmptyState({ icon: Drawn, title, text, action }: { icon: Icon; title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <span className="empty-figure"><Drawn size={22} /></span>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
