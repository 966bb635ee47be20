import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { t } from "../i18n";
import { ChevronDownIcon } from "../ui";

const known = Intl.supportedValuesOf("timeZone");

/** A time zone, found by any part of its name. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const zones = [...new Set([value, ...known])].map((id) => ({ id, name: id.replaceAll("_", " ") }));
  return (
    <ComboBox className="field zone-field" defaultItems={zones} value={value} onChange={(zone) => zone && onChange(String(zone))} menuTrigger="focus">
      <Label className="field-label">{t("hours.zone")}</Label>
      <div className="zone-input"><Input className="field-input" /><Button className="zone-open"><ChevronDownIcon size={16} /></Button></div>
      <Popover className="popover zone-list" offset={4}>
        <ListBox className="menu">{(zone: (typeof zones)[number]) => <ListBoxItem className="menu-item" id={zone.id} textValue={zone.name}>{zone.name}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}
