import { useRef, useState } from "react";
import { t } from "../i18n";
import { plain } from "../i18n/plain";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link } from "../shell/router";
import { useMay } from "../shell/session";
import { CheckIcon, SearchIcon } from "../ui";
import "./TopicPicker.css";
import { byPath } from "./topics";

/** Typing finds, the arrows choose, Enter puts on or takes off; it stays open for the next one. */
export default function TopicPicker({ picked, onToggle }: { picked: readonly string[]; onToggle: (id: string, on: boolean) => void }) {
  const topics = useStore(directory, (state) => state.topics);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const may = useMay();
  const list = useRef<HTMLUListElement>(null);
  const all = byPath(topics).filter((one) => one.active || picked.includes(one.id));
  const shown = all.filter((one) => plain(one.path).includes(plain(typed.trim())));
  const move = (step: number) => shown.length > 0 && setAt((was) => (was + step + shown.length) % shown.length);
  const toggle = (id: string | undefined) => id && onToggle(id, !picked.includes(id));
  const keys: Record<string, () => void> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => toggle(shown[at]?.id) };

  if (all.length === 0) return (
    <p className="topic-none">{t("conversations.topics.none")} {may("manageSettings") && <Link href="/settings/routing/topics">{t("conversations.topics.make")}</Link>}</p>
  );
  return (
    <div className="topic-picker">
      <div className="topic-search">
        <SearchIcon size={15} />
        <input
          autoFocus role="combobox" aria-expanded="true" aria-controls="topic-list" aria-activedescendant={shown[at] && `topic-${shown[at].id}`}
          aria-label={t("conversations.topics.find")} placeholder={t("conversations.topics.find")} value={typed}
          onChange={(event) => (setTyped(event.target.value), setAt(0))}
          onKeyDown={(event) => keys[event.key] && (event.preventDefault(), event.stopPropagation(), keys[event.key]!())}
        />
      </div>
      <ul ref={list} id="topic-list" role="listbox" aria-multiselectable="true" aria-label={t("conversations.topics")}>
        {shown.map((one, index) => (
          <li
            key={one.id} id={`topic-${one.id}`} role="option" aria-selected={picked.includes(one.id)} data-at={index === at || undefined} title={one.description ?? undefined}
            onPointerMove={() => setAt(index)} onClick={() => toggle(one.id)} ref={(element) => { if (index === at) element?.scrollIntoView({ block: "nearest" }); }}
          >
            <span className="checkbox-box" data-on={picked.includes(one.id) || undefined}><CheckIcon size={13} strokeWidth={2.4} /></span>
            <span className="truncate">{one.path}</span>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="topic-none">{t("conversations.topics.notFound")}</p>}
    </div>
  );
}
