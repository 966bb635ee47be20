import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { Place } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Badge } from "../ui";
import "../ui/RadioCards.css";

/** The customer's other channels: one is chosen, and those that cannot be say why. */
export function PlaceList({ places, value, onChange }: { places: Place[]; value: string | null; onChange: (channelId: string) => void }) {
  const channels = useStore(directory, (state) => state.channels);
  const inOrder = [...places.filter((one) => !one.obstacle), ...places.filter((one) => one.obstacle)];
  return (
    <RadioGroup className="places" value={value} onChange={onChange}>
      <Label className="field-label">{t("conversations.continue.where")}</Label>
      {inOrder.map((place) => (
        <Radio key={place.channelId} value={place.channelId} className="radio-card place" isDisabled={!!place.obstacle}>
          <span className="place-words">
            <strong className="truncate">{channels[place.channelId]?.name ?? "…"}</strong>
            <small>{place.obstacle ? t(`conversations.place.${place.obstacle}`) : place.address}</small>
          </span>
          <PlaceState place={place} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** What one will find there. */
function PlaceState({ place }: { place: Place }) {
  const members = useStore(directory, (state) => state.members);
  const who = place.open?.assigneeId ? members[place.open.assigneeId]?.name : null;
  if (place.obstacle) return null;
  if (place.open) return <Badge tone="accent">{t(who ? "conversations.place.openWith" : "conversations.place.open", { number: String(place.open.number), name: who ?? "" })}</Badge>;
  if (place.needsTemplate) return <Badge tone="warn">{t("conversations.place.template")}</Badge>;
  if (place.window.closesAt) return <Badge>{t("conversations.place.until", { at: momentOf(new Date(place.window.closesAt)) })}</Badge>;
  return place.new ? <Badge>{t("conversations.place.new")}</Badge> : null;
}
