import type { ActionKind, AutomationAction } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { byPath } from "../topics/topics";
import { Button, type Choice, CloseIcon, IconButton, Menu, PlusIcon, Select } from "../ui";
import type { Names } from "./sentence";

const kinds: readonly ActionKind[] = ["tag", "topic", "resolve"];
const none = "none";

interface ActionsProps { actions: readonly AutomationAction[]; names: Names; onChange: (actions: AutomationAction[]) => void }

/** What is done with a message that matches; the end of its conversation comes last, wherever it stands. */
export function Actions({ actions, names, onChange }: ActionsProps) {
  const offered = kinds.filter((kind) => kind !== "resolve" || !actions.some((one) => one.kind === "resolve"));
  return (
    <div className="automation-actions">
      {actions.map((action, at) => (
        <ActionRow key={at} action={action} names={names} onChange={(next) => onChange([...actions].with(at, next))} onRemove={() => onChange([...actions].toSpliced(at, 1))} />
      ))}
      <Menu
        label={t("automations.action.add")} trigger={<Button icon={PlusIcon}>{t("automations.action.add")}</Button>}
        groups={[{ id: "actions", entries: offered.map((kind) => ({ id: kind, label: t(`automations.action.${kind}`), onAction: () => onChange([...actions, { kind, id: null }]) })) }]}
      />
    </div>
  );
}

function ActionRow({ action: { kind, id }, names, onChange, onRemove }: { action: AutomationAction; names: Names; onChange: (action: AutomationAction) => void; onRemove: () => void }) {
  const asksReason = useStore(directory, (state) => state.resolveScopes.reasons.automation);
  const choices = choicesOf(kind, id, names);
  return (
    <div className="automation-action" role="group" aria-label={t(`automations.action.${kind}`)}>
      <strong>{t(`automations.action.${kind}`)}</strong>
      {kind !== "resolve" && (choices.length === 0
        ? <span className="field-hint">{t(`automations.none.${kind}`)}</span>
        : <Select label={t(`automations.pick.${kind}`)} hideLabel placeholder={t(`automations.pick.${kind}`)} choices={choices} value={id} onChange={(next) => onChange({ kind, id: next })} />)}
      {kind === "resolve" && (asksReason || id) && (
        <Select
          label={t("automations.pick.resolve")} hideLabel value={id ?? none} onChange={(next) => onChange({ kind, id: next === none ? null : next })}
          choices={[{ id: none, label: t(asksReason ? "automations.pick.resolve" : "automations.pick.resolve.none") }, ...choices]}
        />
      )}
      {kind === "resolve" && !asksReason && !id && <span className="field-hint">{t("automations.resolve.noReason")}</span>}
      <IconButton icon={CloseIcon} size="sm" label={t("automations.action.remove", { action: t(`automations.action.${kind}`) })} onPress={onRemove} />
      {kind === "resolve" && <p className="field-hint">{t("automations.resolve.first")}</p>}
    </div>
  );
}

/** What is chosen already stays in the list, though it is archived: it says what is the matter. */
function choicesOf(kind: ActionKind, id: string | null, names: Names): Choice[] {
  const keep = (one: { id: string; name: string }, isOffered: boolean, label = one.name) => (isOffered || one.id === id ? [{ id: one.id, label: isOffered ? label : t("automations.archived", { name: label }) }] : []);
  if (kind === "tag") return names.tags.flatMap((one) => keep(one, one.active));
  if (kind === "topic") return byPath(names.topics).flatMap((one) => keep(one, one.active, one.path));
  return Object.values(names.reasons).sort((a, b) => a.place - b.place).flatMap((one) => keep(one, one.isUsed && !one.isArchived && one.comment !== "required"));
}
