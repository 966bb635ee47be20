import { useState } from "react";
import { api } from "../api/client";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { Badge } from "../ui";

/** How urgent it is. What makes it so is asked for when one points at it. */
export function PriorityMark({ row }: { row: ConversationRow }) {
  const [reasons, setReasons] = useState("");
  const ask = () => void api.get(`/conversations/${row.id}/explanation`).then(({ routing }) => setReasons((routing?.priorities ?? []).map((one) => `${one.name} +${one.weight}`).join("\n")), () => {});
  const words = t("conversations.priority", { priority: row.priority });
  return <span title={reasons ? `${words}\n${reasons}` : words} aria-label={words} role="img" onPointerEnter={() => !reasons && ask()}><Badge tone="bad">{row.priority}</Badge></span>;
}
