import type { ReactNode } from "react";
import { AlertIcon, CheckIcon } from "./icons";
import "./Page.css";

/** A settings page: its title, one sentence on what it is for, its main action, its content. */
export function Page({ title, lead, actions, children }: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page with its own title, framed. */
export function Section({ title, lead, actions, children }: { title?: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      {(title || actions) && (
        <header>
          <div>
            {title && <h2>{title}</h2>}
            {lead && <p>{lead}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** A sentence that must be seen, with a colour that says how bad it is. */
export function Callout({ tone = "neutral", title, children, action }: { tone?: "neutral" | "good" | "warn" | "bad"; title?: string; children?: ReactNode; action?: ReactNode }) {
  const Drawn = tone === "good" ? CheckIcon : AlertIcon;
  return (
    <div className="callout" data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      <Drawn size={17} />
      <div className="callout-words">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
