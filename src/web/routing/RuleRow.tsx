import type { FilterRule, RuleKind, RuleTest } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { byPath } from "../topics/topics";
import { Checkbox, CloseIcon, IconButton, Select } from "../ui";
import { PickSeveral } from "./PickSeveral";
import { kinds, languages, newRule, routing, testsOf } from "./rules";

interface RuleRowProps { rule: FilterRule; onChange: (rule: FilterRule) => void; onRemove?: () => void }

/** One question: what it looks at, how it compares, with what. */
export function RuleRow({ rule, onChange, onRemove }: RuleRowProps) {
  const hasParts = useStore(directory, (state) => Object.values(state.topics).some((topic) => topic.parentId && rule.ids.includes(topic.parentId)));
  return (
    <div className="rule-row">
      <Select<RuleKind> label={t("routing.rule.kind")} hideLabel choices={kinds.map((id) => ({ id, label: t(`routing.kind.${id}`) }))} value={rule.kind} onChange={(kind) => onChange(newRule(kind))} />
      {testsOf[rule.kind].length > 1
        ? <Select<RuleTest> label={t("routing.rule.test")} hideLabel choices={testsOf[rule.kind].map((id) => ({ id, label: t(`routing.test.${rule.kind}.${id}`) }))} value={rule.test} onChange={(test) => onChange({ ...rule, test })} />
        : <span className="rule-is">{t("routing.test.is")}</span>}
      {rule.test === "absent" ? <span /> : <Values rule={rule} onChange={onChange} />}
      {onRemove ? <IconButton icon={CloseIcon} size="sm" label={t("routing.rule.remove")} onPress={onRemove} /> : <span />}
      {rule.kind === "topic" && hasParts && rule.test !== "absent" && (
        <div className="rule-parts"><Checkbox label={t("routing.rule.parts")} isOn={rule.withParts} onChange={(withParts) => onChange({ ...rule, withParts })} /></div>
      )}
    </div>
  );
}

function Values({ rule, onChange }: { rule: FilterRule; onChange: (rule: FilterRule) => void }) {
  const topics = useStore(directory, (state) => state.topics);
  const channels = useStore(directory, (state) => state.channels);
  const groups = useStore(routing, (state) => state.groups);
  const ofIds = (choices: { id: string; label: string }[], none: string) =>
    <PickSeveral label={t(`routing.kind.${rule.kind}`)} choices={choices} picked={rule.ids} onChange={(ids) => onChange({ ...rule, ids })} none={none} />;
  switch (rule.kind) {
    case "topic": return ofIds(byPath(topics).filter((one) => one.active || rule.ids.includes(one.id)).map((one) => ({ id: one.id, label: one.path })), t("routing.none.topic"));
    case "contactGroup": return ofIds(Object.entries(groups).map(([id, label]) => ({ id, label })), t("routing.none.contactGroup"));
    case "channel": return ofIds(Object.values(channels).map((one) => ({ id: one.id, label: one.name })), t("routing.none.channel"));
    case "language": return (
      <PickSeveral
        label={t("routing.kind.language")} picked={rule.words} onChange={(words) => onChange({ ...rule, words })} none=""
        choices={languages.map((id) => ({ id, label: new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(id) ?? id }))}
      />
    );
    default: return (
      <Select
        label={t("routing.kind.visibility")} hideLabel value={rule.words[0] ?? "private"} onChange={(word) => onChange({ ...rule, words: [word] })}
        choices={["private", "public"].map((id) => ({ id, label: t(`routing.visibility.${id}`) }))}
      />
    );
  }
}
