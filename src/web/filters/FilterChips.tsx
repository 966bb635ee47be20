import { panelProps, panels } from "../conversations/panels";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { CloseIcon, FilterIcon, IconButton, Popup, Select } from "../ui";
import { type Field, type FieldName, useFields } from "./fields";
import "./filters.css";

type Values<Name extends string> = Partial<Record<Name, string>>;
interface FilterChipsProps<Name extends FieldName> { names: readonly Name[]; values: Values<Name>; onChange: (values: Values<Name>) => void }

/** What a list is narrowed by: one chip each, which a press takes away, and a small form that adds more. */
export default function FilterChips({ names, values, onChange }: FilterChipsProps<FieldName>) {
  const fields = useFields();
  const open = useStore(panels, (state) => state.open);
  const set = (name: FieldName, value: string | undefined) => onChange({ ...values, [name]: value });
  const wordsOf = ({ choices, chip }: Field, value: string | undefined) => choices.find((one) => one.id === value)?.label ?? chip ?? "…";
  const chips = names.filter((name) => values[name]).map((name) => ({ name, words: wordsOf(fields[name], values[name]) }));
  return (
    <>
      <Popup {...panelProps(open, "narrow")} label={t("filters.title")} trigger={<IconButton icon={FilterIcon} size="sm" label={t("filters.open")} shortcut="g f" isActive={chips.length > 0} />}>
        <div className="filter-fields">
          {names.filter((name) => fields[name].choices.length > 0).map((name) => (
            <Select key={name} label={fields[name].label} placeholder={t("filters.all")} choices={[{ id: "", label: t("filters.all") }, ...fields[name].choices]} value={values[name] ?? ""} onChange={(id) => set(name, id || undefined)} />
          ))}
        </div>
      </Popup>
      {chips.length > 0 && (
        <div className="filter-chips" role="group" aria-label={t("filters.title")}>
          {chips.map(({ name, words }) => (
            <button key={name} type="button" className="chip" aria-label={t("filters.without", { filter: words })} onClick={() => set(name, undefined)}>
              <span className="truncate">{words}</span><CloseIcon size={12} />
            </button>
          ))}
        </div>
      )}
    </>
  );
}
