import { useRef } from "react";
import type { OpenRange } from "../api/types";
import { t } from "../i18n";
import { IconButton, CloseIcon } from "../ui";
import { clockOf, isOvernight, minutesOf, nextRange } from "./hours";

interface RangesProps {
  /** Whose they are, for those who do not see: "Monday". */
  of: string;
  ranges: readonly OpenRange[];
  onChange: (ranges: OpenRange[]) => void;
  limit?: number;
}

/** The ranges of one day. Each time is a field of the computer's own kind: 24 hours, or a.m. and p.m. */
export function Ranges({ of, ranges, onChange, limit = 12 }: RangesProps) {
  const box = useRef<HTMLDivElement>(null);
  const set = (at: number, change: Partial<OpenRange>) => onChange(ranges.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const add = () => {
    onChange([...ranges, nextRange(ranges)]);
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLInputElement>("input")[ranges.length * 2]?.focus());
  };
  return (
    <div className="ranges" ref={box}>
      {ranges.map((range, index) => (
        <span key={index} className="range">
          <Clock label={t("hours.from", { of })} value={range.from} onChange={(from) => set(index, { from })} />
          <span aria-hidden="true">–</span>
          <Clock label={t("hours.to", { of })} value={range.to} onChange={(to) => set(index, { to })} />
          {isOvernight(range) && <small>{t("hours.overnight")}</small>}
          <IconButton icon={CloseIcon} size="sm" label={t("hours.range.remove", { of, from: clockOf(range.from) })} onPress={() => onChange(ranges.filter((_, other) => other !== index))} />
        </span>
      ))}
      {ranges.length === 0 && <span className="range-none">{t("hours.closed")}</span>}
      {ranges.length < limit && <button type="button" className="range-add" onClick={add} aria-label={t("hours.range.add", { of })}>+ {t("hours.range.add.action")}</button>}
    </div>
  );
}

const Clock = ({ label, value, onChange }: { label: string; value: number; onChange: (minutes: number) => void }) => (
  <input type="time" className="field-input clock" aria-label={label} required value={clockOf(value)} onChange={(event) => event.target.value && onChange(minutesOf(event.target.value))} />
);
