import { type ReactNode, useState } from "react";
import { plain } from "../i18n/plain";
import { CheckIcon, SearchIcon } from "./icons";
import "./PickList.css";
import "./SearchField.css";

interface PickListProps {
  choices: readonly { id: string; label: string; hint?: string | null }[];
  picked: readonly string[];
  onToggle: (id: string, on: boolean) => void;
  label: string;
  find: string;
  notFound: string;
  /** Shown where there is nothing to pick. */
  none: ReactNode;
}

/** Typing finds, the arrows choose, Enter puts on or takes off; it stays open for the next one. */
export function PickList({ choices, picked, onToggle, label, find, notFound, none }: PickListProps) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const shown = choices.filter((one) => plain(one.label).includes(plain(typed.trim())));
  const move = (step: number) => shown.length > 0 && setAt((was) => (was + step + shown.length) % shown.length);
  const toggle = (id: string | undefined) => id && onToggle(id, !picked.includes(id));
  const keys: Record<string, () => void> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => toggle(shown[at]?.id) };

  if (choices.length === 0) return <p className="pick-none">{none}</p>;
  return (
    <div className="pick-list-box">
      <div className="search-field">
        <SearchIcon size={15} />
        <input
          autoFocus role="combobox" aria-expanded="true" aria-controls="pick-list" aria-activedescendant={shown[at] && `pick-${shown[at].id}`}
          aria-label={find} placeholder={find} value={typed}
          onChange={(event) => (setTyped(event.target.value), setAt(0))}
          onKeyDown={(event) => keys[event.key] && (event.preventDefault(), event.stopPropagation(), keys[event.key]!())}
        />
      </div>
      <ul id="pick-list" role="listbox" aria-multiselectable="true" aria-label={label}>
        {shown.map((one, index) => (
          <li
            key={one.id} id={`pick-${one.id}`} role="option" aria-selected={picked.includes(one.id)} data-at={index === at || undefined} title={one.hint ?? undefined}
            onPointerMove={() => setAt(index)} onClick={() => toggle(one.id)} ref={(element) => { if (index === at) element?.scrollIntoView({ block: "nearest" }); }}
          >
            <span className="checkbox-box" data-on={picked.includes(one.id) || undefined}><CheckIcon size={13} strokeWidth={2.4} /></span>
            <span className="truncate">{one.label}</span>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="pick-none">{notFound}</p>}
    </div>
  );
}
