import "./Keys.css";

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");
const shown: Record<string, string> = isMac
  ? { mod: "⌘", shift: "⇧", alt: "⌥", enter: "↵", up: "↑", down: "↓", escape: "Esc" }
  : { mod: "Ctrl", shift: "⇧", alt: "Alt", enter: "↵", up: "↑", down: "↓", escape: "Esc" };

/** A key or a chord as keycaps: "mod+k", "?", "g i" (one after the other). */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keys.split(/[+ ]/).map((key, at) => <kbd key={at}>{shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>)}
    </span>
  );
}
