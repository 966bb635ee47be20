import { Suspense } from "react";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { withTexts } from "../shell/page";
import { BoomerangIcon, IconButton, Popup, Skeleton } from "../ui";
import { panelProps, panels } from "./panels";

const BoomerangForm = withTexts(() => import("./BoomerangForm"));

/** Puts a conversation away now and brings it back to New at a chosen time. */
export function BoomerangMenu({ row }: { row: ConversationRow }) {
  const open = useStore(panels, (state) => state.open);
  return (
    <Popup
      {...panelProps(open, "boomerang")}
      label={t("conversations.boomerang")}
      placement="bottom end"
      trigger={<IconButton icon={BoomerangIcon} label={t("conversations.boomerang")} shortcut="b" />}
    >
      {(close) => <Suspense fallback={<Skeleton width={320} height={330} />}><BoomerangForm row={row} close={close} /></Suspense>}
    </Popup>
  );
}
