import { useEffect, useState } from "react";
import type { MessageView } from "../api/types";
import { t } from "../i18n";
import { undoSending } from "./actions";

const secondsLeft = (until: string) => Math.ceil((Date.parse(until) - Date.now()) / 1000);

/** The few seconds in which a message can still be taken back. */
export function Undo({ message }: { message: MessageView }) {
  const until = message.undoUntil!;
  const [left, setLeft] = useState(() => secondsLeft(until));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsLeft(until)), 250);
    return () => clearInterval(timer);
  }, [until]);
  if (left <= 0 || message.delivery.status !== "queued") return null;
  return <button type="button" className="link-button tabular" onClick={() => void undoSending(message)}>{t("conversations.undo.in", { count: left })}</button>;
}
