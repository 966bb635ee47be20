import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { useSession } from "../shell/session";
import { Callout, Dialog, Skeleton } from "../ui";
import { CreateButtons } from "./CreateButtons";
import { fetchReplies, replies, shelfOf } from "./replies";
import { ReplyShelf, type Open } from "./ReplyShelf";

/** One's own collections: every agent looks after theirs. */
export default function MyRepliesDialog({ onClose }: { onClose: () => void }) {
  const { member } = useSession();
  const all = useStore(replies, (state) => shelfOf(state));
  const [failure, setFailure] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  useEffect(() => void fetchReplies().catch((error: unknown) => setFailure(errorText(error))), []);
  const mine = all && { ...all, collections: all.collections.filter((one) => one.ownerId === member.id) };

  return (
    <Dialog isOpen onClose={onClose} size="lg" title={t("replies.mine")} lead={t("replies.mine.lead")} actions={mine && mine.collections.length > 0 && <CreateButtons collections={mine.collections} onOpen={setOpen} />}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      <div className="form-stack">{mine ? <ReplyShelf shelf={mine} open={open} onOpen={setOpen} isPersonal /> : !failure && <Skeleton height={160} />}</div>
    </Dialog>
  );
}
