import { t } from "../i18n";
import { Button, CloseIcon, FilterIcon, Popup, Select } from "../ui";
import { useFields } from "./filters";
import type { FilterName, SearchFilter } from "./place";

interface SearchChipsProps { filter: SearchFilter; onChange: (filter: SearchFilter) => void }

/** What the search is narrowed by, one chip each; a press takes it away. */
export function SearchChips({ filter, onChange }: SearchChipsProps) {
  const fields = useFields();
  const set = (name: FilterName, value: string | undefined) => onChange({ ...filter, [name]: value });
  const chips = fields.flatMap(({ name, choices }) => (filter[name] ? [{ name, words: choices.find((one) => one.id === filter[name])?.label ?? "…" }] : []));
  return (
    <div className="search-chips" role="group" aria-label={t("search.filters")}>
      <Popup label={t("search.filters")} trigger={<Button size="sm" variant="ghost" icon={FilterIcon}>{t("search.filter")}</Button>}>
        <div className="search-fields">
          {fields.filter((field) => field.choices.length > 0).map(({ name, label, choices }) => (
            <Select key={name} label={label} placeholder={t("search.all")} choices={[{ id: "", label: t("search.all") }, ...choices]} value={filter[name] ?? ""} onChange={(id) => set(name, id || undefined)} />
          ))}
        </div>
      </Popup>
      {chips.map(({ name, words }) => (
        <button key={name} type="button" className="chip" aria-label={t("search.without", { filter: words })} onClick={() => set(name, undefined)}>
          <span className="truncate">{words}</span><CloseIcon size={12} />
        </button>
      ))}
    </div>
  );
}
