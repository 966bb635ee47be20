import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { useMay } from "../shell/session";
import { PickList } from "../ui/PickList";
import { byPath } from "./topics";

/** What a conversation can be about: those that are offered, and those it has. */
export default function TopicPicker({ picked, onToggle }: { picked: readonly string[]; onToggle: (id: string, on: boolean) => void }) {
  const topics = byPath(useStore(directory, (state) => state.topics)).filter((one) => one.active || picked.includes(one.id));
  const may = useMay();
  return (
    <PickList
      choices={topics.map((one) => ({ id: one.id, label: one.path, hint: one.description }))} picked={picked} onToggle={onToggle}
      label={t("conversations.topics")} find={t("conversations.topics.find")} notFound={t("conversations.topics.notFound")}
      none={<>{t("conversations.topics.none")} {may("manageSettings") && <Link href="/settings/routing/topics">{t("conversations.topics.make")}</Link>}</>}
    />
  );
}
