import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { byPath } from "../topics/topics";
import type { FilterName, SearchFilter } from "./place";

interface Field { name: FilterName; label: string; choices: { id: string; label: string }[] }

const named = (all: Record<string, { id: string; name: string }>) => Object.values(all).map(({ id, name }) => ({ id, label: name })).sort((a, b) => a.label.localeCompare(b.label));

/** What a search can be narrowed by, with what there is to choose. */
export function useFields(): Field[] {
  const { channels, teams, topics, members } = useStore(directory, (state) => state);
  const { member, queue: may } = useSession();
  const colleagues = named(members).filter((one) => one.id !== member.id && members[one.id]!.status === "active");
  return [
    { name: "state", label: t("search.state"), choices: (["new", "pending", "resolved"] as const).map((id) => ({ id, label: t(`conversations.state.${id}.one`) })) },
    { name: "since", label: t("search.since"), choices: ["1", "7", "30", "365"].map((id) => ({ id, label: t(`search.since.${id}`) })) },
    ...(may.mayChooseChannels ? [{ name: "channelId" as const, label: t("conversations.channel"), choices: named(channels) }] : []),
    { name: "assignee", label: t("conversations.assignee"), choices: [
      { id: "me", label: t("conversations.assignee.me") }, { id: "none", label: t("conversations.assignee.none") }, { id: "any", label: t("search.assigned") },
      ...(may.mayFilter ? colleagues : []),
    ] },
    { name: "team", label: t("search.team"), choices: [{ id: "none", label: t("search.team.none") }, ...named(teams)] },
    { name: "topicId", label: t("search.topic"), choices: byPath(topics).map(({ id, path }) => ({ id, label: path })) },
    { name: "vip", label: t("search.contact"), choices: [{ id: "true", label: t("conversations.vip") }] },
  ];
}

export const isNarrowed = (filter: SearchFilter) => Object.values(filter).some(Boolean);
