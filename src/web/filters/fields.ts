import { useEffect } from "react";
import { languageName, languages } from "../contacts/attributes";
import { fetchGroups, groups } from "../contacts/settings/groups";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { fetchTags, tags } from "../tags/tags";
import { byPath } from "../topics/topics";

interface Choice { id: string; label: string }
/** What is set elsewhere has nothing to choose, and words of its own for its chip. */
export interface Field { label: string; choices: Choice[]; chip?: string }

const named = (all: { id: string; name: string }[]): Choice[] => all.map(({ id, name }) => ({ id, label: name })).sort((a, b) => a.label.localeCompare(b.label));

/** Everything a list of conversations can be narrowed by, with what there is to choose. */
export function useFields() {
  const { channels, teams, topics, members, resolveReasons } = useStore(directory, (state) => state);
  const contactGroups = useStore(groups, (state) => state.items);
  const messageTags = useStore(tags, (state) => state.items);
  const { member, queue: may } = useSession();
  useEffect(() => {
    if (!groups.get().items) void fetchGroups().catch(() => {});
    void fetchTags();
  }, []);
  const colleagues = named(Object.values(members).filter((one) => one.id !== member.id && one.status === "active"));
  return {
    state: { label: t("filters.state"), choices: (["new", "pending", "held", "resolved"] as const).map((id) => ({ id, label: t(`conversations.state.${id}.one`) })) },
    since: { label: t("filters.since"), choices: ["1", "7", "30", "365"].map((id) => ({ id, label: t(`filters.since.${id}`) })) },
    channelId: { label: t("conversations.channel"), choices: may.mayChooseChannels ? named(Object.values(channels)) : [] },
    assignee: { label: t("conversations.assignee"), choices: [
      ...(["me", "none", "any"] as const).map((id) => ({ id, label: t(`conversations.assignee.${id}`) })), ...(may.mayFilter ? colleagues : []),
    ] },
    team: { label: t("filters.team"), choices: [{ id: "none", label: t("filters.team.none") }, ...named(Object.values(teams))] },
    topicId: { label: t("filters.topic"), choices: byPath(topics).map(({ id, path }) => ({ id, label: path })) },
    tagId: { label: t("filters.tag"), choices: named(messageTags ?? []) },
    groupId: { label: t("filters.group"), choices: named(contactGroups ?? []) },
    vip: { label: t("filters.contact"), choices: [{ id: "true", label: t("conversations.vip") }] },
    language: { label: t("filters.language"), choices: languages.map((id) => ({ id, label: languageName(id) })).sort((a, b) => a.label.localeCompare(b.label)) },
    visibility: { label: t("filters.visibility"), choices: (["private", "public"] as const).map((id) => ({ id, label: t(`filters.visibility.${id}`) })) },
    postId: { label: t("filters.post"), choices: [], chip: t("filters.post") },
    reasonId: { label: t("filters.reason"), choices: named(Object.values(resolveReasons)) },
    score: { label: t("filters.score"), choices: ["5", "4", "3", "2", "1"].map((id) => ({ id, label: t("filters.score.of", { score: id }) })) },
    priority: { label: t("filters.priority"), choices: ["1", "2", "3", "5", "10"].map((id) => ({ id, label: t("filters.priority.least", { least: id }) })) },
    waiting: { label: t("filters.waiting"), choices: ["15", "60", "240", "1440", "4320"].map((id) => ({ id, label: t(`filters.waiting.${id}`) })) },
    boomerang: { label: t("filters.boomerang"), choices: [{ id: "true", label: t("filters.boomerang.set") }] },
  } satisfies Record<string, Field>;
}

export type FieldName = keyof ReturnType<typeof useFields>;
