import { useState } from "react";
import type { ConversationView } from "../api/types";
import { t } from "../i18n";
import { fullDate, shortDate } from "../i18n/format";
import { Link } from "../shell/router";
import { useSession } from "../shell/session";
import { FilterIcon, LinkIcon } from "../ui";
import { addressOf, useFilter } from "./place";
import "./PostCard.css";

const foldedAt = 160;

/** What the comments below stand under: nobody understands them without it. */
export default function PostCard({ post }: { post: NonNullable<ConversationView["post"]> }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = (post.text?.length ?? 0) > foldedAt;
  const { queue: may } = useSession();
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
        {isLong && <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{t(isWhole ? "conversations.post.fold" : "conversations.post.unfold")}</button>}
      </div>
      <nav className="post-links">
        {post.url && <a href={post.url} target="_blank" rel="noreferrer noopener"><LinkIcon size={15} /><span>{t("conversations.post.open")}</span></a>}
        {may.mayFilter && !isAll && <Link href={all}><FilterIcon size={15} /><span>{t("conversations.post.all")}</span></Link>}
      </nav>
    </section>
  );
}
