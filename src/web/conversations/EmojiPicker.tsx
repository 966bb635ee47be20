import { useMemo, useState } from "react";
import { currentLanguage, t } from "../i18n";
import { plain } from "../i18n/plain";
import { SearchField } from "../ui";
import "./EmojiPicker.css";
import { emojis, groups } from "./emoji";

/** The emoji one needs with customers, found by a word in either language. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const [search, setSearch] = useState("");
  const shown = useMemo(() => {
    const wanted = plain(search.trim());
    return emojis.filter(([, , words]) => !wanted || plain(words).split(/[ |]/).some((word) => word.startsWith(wanted)));
  }, [search]);
  const nameOf = (words: string) => words.split("|")[currentLanguage() === "fr" ? 1 : 0]!.split(" ")[0]!;

  return (
    <div className="emoji-picker">
      <SearchField label={t("conversations.emoji.search")} value={search} onChange={setSearch} autoFocus onSubmit={() => shown[0] && onPick(shown[0][0])} />
      <div className="emoji-all">
        {groups.map((group) => {
          const list = shown.filter(([, its]) => its === group);
          return list.length > 0 && (
            <section key={group} aria-label={t(`conversations.emoji.${group}`)}>
              <h3>{t(`conversations.emoji.${group}`)}</h3>
              <div className="emoji-grid">
                {list.map(([emoji, , words]) => <button key={emoji} type="button" title={nameOf(words)} aria-label={nameOf(words)} onClick={() => onPick(emoji)}>{emoji}</button>)}
              </div>
            </section>
          );
        })}
        {shown.length === 0 && <p className="command-none">{t("conversations.emoji.none")}</p>}
      </div>
    </div>
  );
}
