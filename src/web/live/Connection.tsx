import { useEffect, useState } from "react";
import { Focusable } from "react-aria-components/Focusable";
import { t } from "../i18n";
import { LineIcon, OfflineIcon, Tooltip } from "../ui";
import "./Connection.css";
import { line } from "./feed";
import { useStore } from "./store";

/** A blink is not worth a word: the line is said to be down once it has been so for this long. */
const patienceMs = 1500;

/** What the line to the server is doing. Quiet while all is well. */
export function Connection() {
  const { state, since } = useStore(line, (whole) => whole);
  const [isWorthSaying, setWorthSaying] = useState(false);
  useEffect(() => {
    setWorthSaying(false);
    if (state === "live") return;
    const timer = setTimeout(() => setWorthSaying(true), patienceMs);
    return () => clearTimeout(timer);
  }, [state, since]);

  const Drawn = state === "offline" && isWorthSaying ? OfflineIcon : LineIcon;
  const shown = state !== "live" && !isWorthSaying ? "catchingUp" : state;
  return (
    <Tooltip text={t(`live.${shown}`)}>
      <Focusable>
        <span className="connection" role="img" aria-label={t(`live.${shown}`)} data-state={shown} tabIndex={0}><Drawn /></span>
      </Focusable>
    </Tooltip>
  );
}

/** Stands over the inbox while the line is down: what one sees may be old. */
export function OfflineNotice() {
  const { state, since } = useStore(line, (whole) => whole);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (state !== "offline") return;
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [state, since]);
  return isShown ? <div className="offline-notice" role="status">{t("live.notice")}</div> : null;
}
