import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { Post } from "../api/types";
import { t } from "../i18n";
import { shortDate } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { useMay } from "../shell/session";
import { Button, Callout, Dialog, EmptyState, Skeleton } from "../ui";
import { MuteIcon } from "../ui/moreIcons";
import { mutePost } from "./actions";
import { fetchMutedPosts, mutedPosts } from "./mutedPosts";
import "./MutedPostsDialog.css";
import { openPanel } from "./panels";
import { addressOf, useFilter } from "./place";

/** Where one finds again what was muted, and lets it be heard. */
export default function MutedPostsDialog() {
  const { items } = useStore(mutedPosts, (state) => state);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => void fetchMutedPosts().catch((failure: unknown) => setError(errorText(failure))), []);
  return (
    <Dialog isOpen onClose={() => openPanel(null)} title={t("conversations.muted.title")} lead={t("conversations.muted.lead")}>
      {error && <Callout tone="bad">{error}</Callout>}
      {!items && !error && <Skeleton height={56} />}
      {items?.length === 0 && <EmptyState icon={MuteIcon} title={t("conversations.muted.none")} text={t("conversations.muted.none.text")} />}
      <ul className="muted-posts">{items?.map((post) => <One key={post.id} post={post} />)}</ul>
    </Dialog>
  );
}

function One({ post }: { post: Post }) {
  const mayAnswer = useMay()("answerConversations");
  const channel = useStore(directory, (state) => state.channels[post.channelId]?.name);
  const filter = useFilter();
  const below = addressOf(null, { ...filter, state: "resolved", sort: "newest", assignee: null, narrowing: { postId: post.id } });
  return (
    <li>
      {post.pictureUrl && <img src={post.pictureUrl} alt="" />}
      <div>
        <strong className="truncate">{post.authorName ?? t("conversations.post")}</strong>
        <p dir="auto">{post.text ?? t("conversations.post.noText")}</p>
        <p className="muted-since">{[channel, t("conversations.muted.since", { name: post.mutedBy ?? "", date: shortDate(new Date(post.mutedAt!)) })].filter(Boolean).join(" · ")}</p>
        <Link href={below} onClick={() => openPanel(null)}>{t("conversations.post.all")}</Link>
      </div>
      {mayAnswer && <Button size="sm" onPress={() => void mutePost(post.id, false)}>{t("conversations.unmute")}</Button>}
    </li>
  );
}
