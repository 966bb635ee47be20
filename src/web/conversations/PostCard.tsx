import { useState } from "react";
import type { ConversationView } from "../api/types";
import { t } from "../i18n";
import { fullDate, shortDate } from "../i18n/format";
import { Link } from "../shell/router";
import { useMay, useSession } from "../shell/session";
import { FilterIcon, LinkIcon } from "../ui";
import { MuteIcon } from "../ui/moreIcons";
import { mutePost } from "./actions";
import { openPanel } from "./panels";
import { addressOf, useFilter } from "./place";
import "./PostCard.css";

const foldedAt = 160;

/** What the comments below stand under: nobody understands them without it. */
export default function PostCard({ post }: { post: NonNullable<ConversationView["post"]> }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = (post.text?.length ?? 0) > foldedAt;
  const { queue: may } = useSession();
  const mayAnswer = useMay()("answerConversations");
  const isMuted = post.mutedAt !== null;
  const filter = useFilter();
  const isAll = filter.narrowing?.postId === post.id;
  const all = addressOf(null, { ...filter, assignee: null, narrowing: { postId: post.id } });
  const at = post.postedAt ? new Date(post.postedAt) : null;
  return (
    <section className="post-card" aria-label={t("conversations.post")}>
      {post.pictureUrl && <img src={post.pictureUrl} alt="" />}
      <div className="post-words">
        <header>
          <strong className="truncate">{post.authorName ?? t("conversations.post")}</strong>
          {at && <time dateTime={post.postedAt!} title={fullDate(at)}>{shortDate(at)}</time>}
        </header>
        {post.text ? <p dir="auto" data-whole={isWhole || undefined}>{post.text}</p> : <p>{t("conversations.post.noText")}</p>}
        {isMuted && (
          <p className="post-muted">
            <MuteIcon size={14} />
            <span>{t("conversations.muted.here", { name: post.mutedBy ?? "", date: shortDate(new Date(post.mutedAt!)) })}</span>
            <button type="button" onClick={() => openPanel("mutedPosts")}>{t("conversations.muted.all")}</button>
          </p>
        )}
        {isLong && <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{t(isWhole ? "conversations.post.fold" : "conversations.post.unfold")}</button>}
      </div>
      <nav className="post-links">
        {post.url && <a href={post.url} target="_blank" rel="noreferrer noopener"><LinkIcon size={15} /><span>{t("conversations.post.open")}</span></a>}
        {may.mayFilter && !isAll && <Link href={all}><FilterIcon size={15} /><span>{t("conversations.post.all")}</span></Link>}
        {mayAnswer && <button type="button" onClick={() => void mutePost(post.id, !isMuted)}><MuteIcon size={15} /><span>{t(isMuted ? "conversations.unmute" : "conversations.mute")}</span></button>}
      </nav>
    </section>
  );
}
