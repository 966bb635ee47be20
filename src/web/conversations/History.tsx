import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { t } from "../i18n";
import { dayOf, fullDate } from "../i18n/format";
import { useStore } from "../live/store";
import { withTexts } from "../shell/page";
import { ChevronDownIcon, IconButton, Skeleton } from "../ui";
import "./History.css";
import { Message } from "./Message";
import { outgoing } from "./outgoing";
import { OutgoingMessage } from "./OutgoingMessage";
import { showOlder, thread } from "./thread";
import { timeline, type TimelineItem } from "./timeline";

const TrailLineView = withTexts(() => import("./TrailLineView"));

const guessed: Record<TimelineItem["type"], number> = { day: 44, boundary: 64, trail: 28, message: 64, outgoing: 64 };

/** The whole thread, newest at the bottom; only what is on screen exists. */
export function History() {
  const { messages, conversations, trail, next, conversationId, sought } = useStore(thread, (state) => state);
  const sending = useStore(outgoing, (state) => state.items);
  const items = useMemo(
    () => timeline(messages, conversations, trail, sending.filter((item) => item.conversationId === conversationId), next === null),
    [messages, conversations, trail, sending, next, conversationId],
  );
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: (at) => guessed[items[at]!.type],
    getItemKey: (at) => items[at]!.key,
    anchorTo: "end",
    overscan: 6,
    paddingStart: next ? 72 : 20,
    paddingEnd: 12,
  });
  const end = useEnd(frame, virtual.getTotalSize());

  const soughtAt = sought ? items.findIndex((item) => item.type === "message" && item.message.id === sought) : -1;
  useEffect(() => {
    if (soughtAt < 0) return;
    end.leave();
    virtual.scrollToIndex(soughtAt, { align: "center" });
  }, [sought, soughtAt >= 0]);

  const shown = virtual.getVirtualItems();
  const isAtTop = shown[0]?.index === 0;
  useEffect(() => {
    if (next && isAtTop) void showOlder();
  }, [next, isAtTop, items.length]);

  return (
    <div className="history-frame">
      <div ref={frame} className="history" tabIndex={0} role="log" aria-label={t("conversations.history")} onScroll={end.onScroll}>
        <div className="history-all" style={{ height: virtual.getTotalSize() }}>
          {next && <div className="history-older"><Skeleton width={220} height={38} /></div>}
          {shown.map((item) => (
            <div key={item.key} ref={virtual.measureElement} data-index={item.index} data-sought={item.index === soughtAt || undefined} className="history-place" style={{ transform: `translateY(${item.start}px)` }}>
              <Item item={items[item.index]!} />
            </div>
          ))}
        </div>
      </div>
      {end.isAway && <span className="history-down"><IconButton icon={ChevronDownIcon} label={t("conversations.toEnd")} onPress={end.go} /></span>}
    </div>
  );
}

const nearEnd = 48;

/** Stays at the newest message while one is there, whatever grows or shrinks around it. */
function useEnd(frame: RefObject<HTMLDivElement | null>, total: number) {
  const isStuck = useRef(true);
  const [isAway, setAway] = useState(false);
  const go = () => {
    isStuck.current = true;
    // While a part of the page waits for its code, all of it is taken off the screen.
    if (frame.current) frame.current.scrollTop = frame.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (isStuck.current) go();
  }, [total]);
  useEffect(() => {
    const sizes = new ResizeObserver(() => isStuck.current && go());
    sizes.observe(frame.current!);
    return () => sizes.disconnect();
  }, []);
  const leave = () => void (isStuck.current = false);
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = frame.current!;
    isStuck.current = scrollHeight - scrollTop - clientHeight < nearEnd;
    setAway(scrollHeight - scrollTop - clientHeight > clientHeight / 2);
  };
  return { isAway, go, leave, onScroll };
}

function Item({ item }: { item: TimelineItem }) {
  switch (item.type) {
    case "day": return <div className="day"><span>{dayOf(item.date)}</span></div>;
    case "boundary": return (
      <div className="boundary">
        <span>{t("conversations.boundary", { number: String(item.conversation.number) })}</span>
        <time dateTime={item.conversation.openedAt}>{fullDate(new Date(item.conversation.openedAt))}</time>
      </div>
    );
    case "trail": return <Suspense fallback={<p className="trail-line">&nbsp;</p>}><TrailLineView line={item.line} /></Suspense>;
    case "message": return <Message message={item.message} startsRun={item.startsRun} endsRun={item.endsRun} />;
    case "outgoing": return <OutgoingMessage item={item.item} />;
  }
}
