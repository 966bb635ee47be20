import { Suspense, useEffect, useState } from "react";
import { api } from "../api/client";
import type { AbsenceNotice } from "../api/types";
import { follow } from "../live/feed";
import { withTexts } from "../shell/page";
import { useSession } from "../shell/session";

const AbsenceDialog = withTexts(() => import("./AbsenceDialog"));

/** What happened to one's conversations is told when one is back: at the start, after the line was down, after being away. */
export function Absence() {
  const { availability } = useSession().member;
  const [notices, setNotices] = useState<readonly AbsenceNotice[]>([]);
  useEffect(() => {
    if (availability !== "available") return;
    const ask = () => void api.get("/session/absence").then(({ items }) => setNotices(items)).catch(() => {});
    ask();
    return follow({ apply: () => {}, refetch: ask, retry: ask });
  }, [availability]);
  return notices.length > 0 && <Suspense fallback={null}><AbsenceDialog notices={notices} onClose={() => setNotices([])} /></Suspense>;
}
