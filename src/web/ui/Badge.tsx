import type { ReactNode } from "react";
import "./Badge.css";

export type Tone = "neutral" | "accent" | "good" | "warn" | "bad";

/** A word or a number that qualifies what stands beside it. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className="badge tabular" data-tone={tone}>{children}</span>;
}
