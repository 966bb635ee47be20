import type { ReactNode } from "react";
import type { BroadcastPreview } from "../api/types";
import { t } from "../i18n";
import { numberOf } from "../i18n/format";

/** How many get nothing, by reason. */
export function LeftOut({ counts, isOpen, children }: { counts: BroadcastPreview["leftOut"]; isOpen?: boolean; children?: ReactNode }) {
  if (counts.length === 0) return null;
  return (
    <details className="broadcast-left" open={isOpen}>
      <summary>{t("broadcasts.leftOut", { count: counts.reduce((sum, one) => sum + one.count, 0) })}</summary>
      <ul>{counts.map((one) => <li key={one.reason}><span>{t(`broadcasts.reason.${one.reason}`)}</span> <strong className="tabular">{numberOf(one.count)}</strong></li>)}</ul>
      {children}
    </details>
  );
}
