import type { ReplyCollection } from "../api/types";
import { t } from "../i18n";
import { Button, PlusIcon } from "../ui";
import type { Open } from "./ReplyShelf";

/** A collection first, then the replies in it. */
export function CreateButtons({ collections, onOpen }: { collections: readonly ReplyCollection[]; onOpen: (open: Open) => void }) {
  const own = collections.filter((one) => one.mayEdit && !one.offeredUntil);
  return (
    <>
      <Button variant={own.length > 0 ? "secondary" : "primary"} icon={PlusIcon} onPress={() => onOpen({ dialog: "collection", collection: null })}>{t("replies.collection.create")}</Button>
      {own.length > 0 && <Button variant="primary" icon={PlusIcon} onPress={() => onOpen({ dialog: "reply", reply: null, collectionId: own[0]!.id })}>{t("replies.create")}</Button>}
    </>
  );
}
