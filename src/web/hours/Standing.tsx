import { useEffect } from "react";
import type { ChannelHours } from "../api/types";
import { useMinute } from "../conversations/useMinute";
import { fetchDirectory } from "../shell/directory";
import { ClockIcon } from "../ui";
import "./hours.css";
import { standingOf, standingText } from "./opening";

/** Beside a channel's name: that it is closed, and when it opens. Open, it says so only where that is asked. */
export default function Standing({ hours, always }: { hours: ChannelHours; always?: boolean }) {
  const now = new Date(useMinute());
  const last = hours.openings.at(-1);
  const isOutdated = last !== undefined && new Date(last.to) <= now;
  useEffect(() => void (isOutdated && fetchDirectory()), [isOutdated]);
  const { isOpen } = standingOf(hours.openings, now);
  if (isOpen && !always) return null;
  return <span className="hours-standing" data-open={isOpen || undefined} title={hours.name}><ClockIcon size={13} />{standingText(hours.openings, now)}</span>;
}
