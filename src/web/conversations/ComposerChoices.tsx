import { type ReactNode, type RefObject, useEffect, useState } from "react";
import type { ComposerKeys } from "./ComposerText";
import "./ComposerChoices.css";

const shownAtMost = 6;

interface Props<Item> {
  label: string;
  /** Null until they are here. */
  items: readonly Item[] | null;
  idOf: (item: Item) => string;
  draw: (item: Item) => ReactNode;
  /** What is typed after the sign: another word begins anew at the top. */
  word: string;
  keys: RefObject<ComposerKeys | null>;
  area: RefObject<HTMLTextAreaElement | null>;
  onChoose: (item: Item) => void;
  onClose: () => void;
}

/** Stands over the text while a word after a sign is typed: the arrows choose, Enter or Tab takes. It never sends. */
export function ComposerChoices<Item>({ label, items, idOf, draw, word, keys, area, onChoose, onClose }: Props<Item>) {
  const [at, setAt] = useState(0);
  const shown = items?.slice(0, shownAtMost) ?? [];
  const chosen = shown[Math.min(at, shown.length - 1)];
  const chosenId = chosen && `choice-${idOf(chosen)}`;
  useEffect(() => setAt(0), [word]);
  useEffect(() => {
    const element = area.current;
    if (chosenId) element?.setAttribute("aria-activedescendant", chosenId);
    return () => element?.removeAttribute("aria-activedescendant");
  }, [chosenId]);
  useEffect(() => {
    keys.current = (key) => {
      if (!items) return key === "Enter";
      if (!chosen) return false;
      if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) return onClose(), false;
      const moves: Record<string, () => void> = {
        ArrowDown: () => setAt((at + 1) % shown.length), ArrowUp: () => setAt((at + shown.length - 1) % shown.length),
        Enter: () => onChoose(chosen), Tab: () => onChoose(chosen), Escape: onClose,
      };
      moves[key]?.();
      return key in moves;
    };
  });
  useEffect(() => () => void (keys.current = null), []);

  if (!chosen) return null;
  return (
    <ul className="composer-choices" role="listbox" aria-label={label}>
      {shown.map((item) => (
        <li key={idOf(item)} id={`choice-${idOf(item)}`} role="option" aria-selected={item === chosen} onPointerDown={(event) => (event.preventDefault(), onChoose(item))}>{draw(item)}</li>
      ))}
    </ul>
  );
}
