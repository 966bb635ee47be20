import { Suspense, useMemo, useState } from "react";
import type { ConversationRow } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { plainEnding } from "../resolve-reasons/asked";
import { type Command, useCommands } from "../shell/commands";
import { directory } from "../shell/directory";
import { withTexts } from "../shell/page";
import { Button, CloseIcon, IconButton, Menu, PauseIcon, PersonIcon, Popup, ResolveIcon, TagIcon } from "../ui";
import { useAssigneeGroups } from "./AssigneeMenu";
import { actInBulk, type Deed } from "./bulk";
import "./BulkBar.css";
import { openPanel, panelProps, panels } from "./panels";
import { queue } from "./queue";
import { clearSelection, selectAll, selection } from "./selection";

const ReasonPicker = withTexts(() => import("../resolve-reasons/ReasonPicker"));
const TopicPicker = withTexts(() => import("../topics/TopicPicker"));

/** What all of these have. */
const common = (rows: ConversationRow[]) => rows[0]?.topicIds.filter((id) => rows.every((row) => row.topicIds.includes(id))) ?? [];

/** Whose topic is still to be said, where none may be resolved without. */
const lacksTopic = (row: ConversationRow) => row.state !== "resolved" && row.topicIds.length === 0;

/** What can be done to all that are chosen. Its keys are those of one conversation. */
export function BulkBar() {
  const { ids, isAll } = useStore(selection, (state) => state);
  const listed = useStore(queue, (state) => state.rows);
  const hasMore = useStore(queue, (state) => state.next !== null);
  const open = useStore(panels, (state) => state.open);
  const scopes = useStore(directory, (state) => state.resolveScopes);
  const [isBusy, setBusy] = useState(false);
  const rows = useMemo(() => listed.filter((row) => isAll || ids.has(row.id)), [listed, ids, isAll]);
  const mayResolve = rows.some((row) => row.state !== "resolved");
  const asked = { reason: scopes.reasons.bulk, topic: scopes.topics.bulk && rows.some(lacksTopic) };
  const mayPend = rows.some((row) => row.state === "new");

  const act = async (deed: Deed) => {
    openPanel(null);
    setBusy(true);
    await actInBulk(deed).finally(() => setBusy(false));
  };
  const resolve = () => (asked.reason || asked.topic ? openPanel("bulkResolve") : void act({ kind: "resolve" }));
  const assignees = useAssigneeGroups(undefined, { label: t("conversations.bulk.assign.me"), nobody: t("conversations.bulk.assign.nobody") }, (memberId) => void act({ kind: "assign", memberId }));

  const group = t("conversations.bulk");
  useCommands((): Command[] => [
    { id: "bulk-clear", group, keys: "escape", label: t("conversations.bulk.clear"), icon: CloseIcon, run: clearSelection },
    ...(mayResolve ? [{ id: "bulk-resolve", group, keys: "e", label: t("conversations.bulk.resolve"), icon: ResolveIcon, run: resolve }] : []),
    ...(mayPend ? [{ id: "bulk-pend", group, keys: "p", label: t("conversations.bulk.pend"), icon: PauseIcon, run: () => void act({ kind: "pend" }) }] : []),
    ...(mayResolve ? [{ id: "bulk-assign", group, keys: "a", label: t("conversations.bulk.assign"), icon: PersonIcon, run: () => openPanel("bulkAssign") }] : []),
    { id: "bulk-topics", group, keys: "s", label: t("conversations.bulk.topics"), icon: TagIcon, run: () => openPanel("bulkTopics") },
  ]);

  return (
    <div className="bulk-bar" role="toolbar" aria-label={group}>
      <div className="bulk-head">
        <IconButton icon={CloseIcon} size="sm" label={t("conversations.bulk.clear")} shortcut="escape" onPress={clearSelection} />
        <strong className="tabular" aria-live="polite">{isAll ? t("conversations.bulk.chosen.all") : t("conversations.bulk.chosen", { count: rows.length })}</strong>
        {!isAll && (hasMore || rows.length < listed.length) && <button type="button" className="link-button" onClick={selectAll}>{t("conversations.bulk.all")}</button>}
      </div>
      <div className="bulk-acts">
        {mayResolve && (
          <Popup
            label={t("conversations.bulk.resolve")} placement="top start" isOpen={open === "bulkResolve"} onOpenChange={(isOpen) => (isOpen ? resolve() : openPanel(null))}
            trigger={<Button size="sm" variant="primary" icon={ResolveIcon} isPending={isBusy} aria-label={t("conversations.bulk.resolve")}>{t("conversations.resolve")}</Button>}
          >
            <Suspense fallback={null}><ReasonPicker asked={asked} action={t("conversations.resolve")} onTopic={(topicId) => void actInBulk({ kind: "addTopic", topicId }, lacksTopic)} onDone={(ending) => void act({ kind: "resolve", ...plainEnding, ...ending })} /></Suspense>
          </Popup>
        )}
        {mayPend && <IconButton icon={PauseIcon} label={t("conversations.bulk.pend")} shortcut="p" isDisabled={isBusy} onPress={() => void act({ kind: "pend" })} />}
        {mayResolve && <Menu {...panelProps(open, "bulkAssign")} label={t("conversations.bulk.assign")} placement="top start" trigger={<IconButton icon={PersonIcon} label={t("conversations.bulk.assign")} shortcut="a" isDisabled={isBusy} />} groups={assignees} />}
        <Popup {...panelProps(open, "bulkTopics")} label={t("conversations.bulk.topics")} placement="top start" trigger={<IconButton icon={TagIcon} label={t("conversations.bulk.topics")} shortcut="s" isDisabled={isBusy} />}>
          <Suspense fallback={null}><TopicPicker picked={common(rows)} onToggle={(topicId, on) => void act({ kind: on ? "addTopic" : "removeTopic", topicId })} /></Suspense>
        </Popup>
      </div>
    </div>
  );
}
