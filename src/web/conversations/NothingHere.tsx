import { t } from "../i18n";
import { CheckIcon, EmptyState, InboxIcon, ResolveIcon, SparkIcon } from "../ui";
import { isNarrowed } from "./narrowing";
import type { QueueFilter } from "./queue";

/** An empty list says why, and what will fill it. */
export default function NothingHere({ filter }: { filter: QueueFilter }) {
  const isFiltered = filter.assignee !== null || filter.channelId !== null || isNarrowed(filter.narrowing);
  const icon = filter.state === "new" ? CheckIcon : filter.state === "pending" ? InboxIcon : filter.state === "held" ? SparkIcon : ResolveIcon;
  const name = isFiltered ? "filtered" : filter.state;
  return <EmptyState icon={icon} title={t(`conversations.none.${name}.title`)} text={t(`conversations.none.${name}.text`)} />;
}
