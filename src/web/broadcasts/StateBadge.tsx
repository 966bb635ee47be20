import type { Broadcast } from "../api/types";
import { t } from "../i18n";
import { Badge, type Tone } from "../ui";

const tones: Record<Broadcast["state"], Tone> = { scheduled: "accent", sending: "accent", paused: "warn", finished: "good", stopped: "neutral" };

/** Where a broadcast stands; one that stopped by itself says so. */
export function StateBadge({ broadcast }: { broadcast: Pick<Broadcast, "state" | "trouble"> }) {
  const isHalted = broadcast.state === "paused" && broadcast.trouble;
  return <Badge tone={isHalted ? "bad" : tones[broadcast.state]}>{t(isHalted ? "broadcasts.state.halted" : `broadcasts.state.${broadcast.state}`)}</Badge>;
}
