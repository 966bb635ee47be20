import { useSyncExternalStore } from "react";
import { t } from "../i18n";
import { IconButton } from "./Button";
import { AlertIcon, CheckIcon, CloseIcon } from "./icons";
import "./toast.css";

interface Toast {
  id: number;
  text: string;
  tone: "good" | "bad" | "neutral";
  action?: { label: string; onAction: () => void };
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]) => {
  toasts = next;
  listeners.forEach((listener) => listener());
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const dismiss = (id: number) => set(toasts.filter((one) => one.id !== id));

/** Says in one line what happened, for five seconds (an error or an offer to undo stays eight). */
export function toast(text: string, options: Partial<Pick<Toast, "tone" | "action">> = {}) {
  const id = ++lastId;
  set([...toasts.filter((one) => one.text !== text).slice(-2), { id, text, tone: "neutral", ...options }]);
  setTimeout(() => dismiss(id), options.tone === "bad" || options.action ? 8000 : 5000);
}

/** Where toasts appear; stands once in the frame. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, text, tone, action }) => (
        <div key={id} className="toast" data-tone={tone}>
          {tone === "bad" ? <AlertIcon size={16} /> : tone === "good" ? <CheckIcon size={16} /> : null}
          <span>{text}</span>
          {action && <button type="button" className="toast-action" onClick={() => { action.onAction(); dismiss(id); }}>{action.label}</button>}
          <IconButton icon={CloseIcon} size="sm" label={t("ui.close")} onPress={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
