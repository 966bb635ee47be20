import { Suspense, useEffect } from "react";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { askedOf } from "../resolve-reasons/asked";
import { directory } from "../shell/directory";
import { withTexts } from "../shell/page";
import { Button, Popup, ResolveIcon, Skeleton, Tooltip } from "../ui";
import { end, resolve, setTopic } from "./actions";
import { openPanel, panels } from "./panels";

const load = () => import("../resolve-reasons/ReasonPicker");
const ReasonPicker = withTexts(load);

/** Ends a conversation; where the settings ask for a reason or a topic, by way of a picker that is there at once. */
export function ResolveMenu({ row }: { row: ConversationRow }) {
  const isOpen = useStore(panels, (state) => state.open === "resolve");
  const asked = askedOf(row, useStore(directory, (state) => state.resolveScopes));
  const asks = asked.reason || asked.topic;
  useEffect(() => {
    if (asks) void load();
  }, [asks]);
  const isSurveyed = useStore(directory, (state) => state.surveyedChannelIds.includes(row.channelId)) && row.visibility === "private";
  const words = t("conversations.resolve");
  return (
    <Popup
      label={words} placement="bottom end" isOpen={isOpen} onOpenChange={(open) => (open ? resolve(row.id) : openPanel(null))}
      trigger={<Tooltip text={words} shortcut="e"><Button size="sm" variant="primary" icon={ResolveIcon} aria-label={words}>{words}</Button></Tooltip>}
    >
      <Suspense fallback={<Skeleton width={320} height={260} />}>
        <ReasonPicker asked={asked} action={words} isSurveyed={isSurveyed} onTopic={(topicId) => void setTopic(row.id, topicId, true)} onDone={(ending) => (openPanel(null), void end(row.id, ending))} />
      </Suspense>
    </Popup>
  );
}
