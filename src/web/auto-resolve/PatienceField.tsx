import { useState } from "react";
import { t } from "../i18n";
import { Select, TextField } from "../ui";
import { inMinutes, inUnits, isPossible, patienceText, type Unit, units } from "./patience";

type Mode = "same" | "never" | "after";

interface PatienceFieldProps {
  label: string;
  /** Shows the label also where it is about one channel. */
  isLabelled?: boolean;
  /** Undefined = as everywhere; null = never. */
  minutes: number | null | undefined;
  /** What holds everywhere, where this is about one channel. */
  everywhere?: number | null;
  /** What one finds there on choosing a time. */
  first?: number;
  onChange: (minutes: number | null | undefined) => void;
}

/** How long a conversation may stay where it is: as everywhere, for ever, or so many minutes, hours or days. */
export function PatienceField({ label, isLabelled, minutes, everywhere, first = 43_200, onChange }: PatienceFieldProps) {
  const [unit, setUnit] = useState<Unit>(inUnits(minutes ?? first).unit);
  const [amount, setAmount] = useState(String(inUnits(minutes ?? first).amount));
  const mode: Mode = minutes === undefined ? "same" : minutes === null ? "never" : "after";
  const count = (nextAmount: string, nextUnit: Unit) => {
    setAmount(nextAmount);
    setUnit(nextUnit);
    onChange(inMinutes(Number(nextAmount.replace(",", ".")) || 0, nextUnit));
  };
  const choose = (next: Mode) => (next === "same" ? onChange(undefined) : next === "never" ? onChange(null) : count(amount, unit));
  const modes: Mode[] = everywhere === undefined ? ["never", "after"] : ["same", "never", "after"];
  return (
    <div className="patience" role="group" aria-label={label}>
      <Select
        label={label} hideLabel={!isLabelled && everywhere !== undefined} value={mode} onChange={choose}
        choices={modes.map((id) => ({ id, label: id === "same" ? t("autoResolve.same", { time: patienceText(everywhere ?? null).toLowerCase() }) : t(`autoResolve.${id}`) }))}
      />
      {mode === "after" && <>
        <TextField label={t("autoResolve.amount")} hideLabel type="number" inputMode="numeric" value={amount} onChange={(next) => count(next, unit)} error={isPossible(minutes ?? null) ? null : t("errors.auto_resolve.length")} />
        <Select label={t("autoResolve.unit")} hideLabel value={unit} onChange={(next) => count(amount, next)} choices={units.map((id) => ({ id, label: t(`autoResolve.unit.${id}`) }))} />
      </>}
    </div>
  );
}
