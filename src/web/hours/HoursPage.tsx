import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { BusinessHours } from "../api/types";
import { currentLanguage, t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link, navigate } from "../shell/router";
import { Button, Callout, ClockIcon, type Column, Confirm, EditIcon, EmptyState, IconButton, Page, PlusIcon, Skeleton, Table, toast, TrashIcon } from "../ui";
import { dayName, fetchHours, hours, hoursOf, removeHours } from "./hours";
import "./hours.css";
import { WeekStrip } from "./WeekStrip";

const address = (id: string) => `/settings/business-hours/${id}`;

/** When the people behind the channels are there. */
export default function HoursPage() {
  const items = useStore(hours, (state) => state.items);
  const [leaving, setLeaving] = useState<BusinessHours | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void fetchHours().catch((error: unknown) => setFailure(errorText(error))), []);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => navigate(address("new"))}>{t("hours.add")}</Button>;

  return (
    <Page title={t("administration.page.businessHours")} lead={t("hours.lead")} actions={items && items.length > 0 && addButton}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {!items ? !failure && <Skeleton height={160} />
        : items.length === 0 ? <EmptyState icon={ClockIcon} title={t("hours.empty.title")} text={t("hours.empty.text")} action={addButton} />
        : <Table label={t("administration.page.businessHours")} columns={columns()} rows={items} rowId={(one) => one.id} actions={(one) => (
            <>
              <IconButton icon={EditIcon} label={t("hours.edit", { name: one.name })} onPress={() => navigate(address(one.id))} />
              <IconButton icon={TrashIcon} label={t("hours.remove", { name: one.name })} onPress={() => setLeaving(one)} />
            </>
          )} />}
      {leaving && (
        <Confirm
          isOpen isDanger onClose={() => setLeaving(null)} title={t("hours.remove.title", { name: leaving.name })} text={t("hours.remove.text", { count: leaving.channelIds.length })}
          action={t("hours.remove.action")} onConfirm={() => removeHours(leaving.id).then(() => {}, (error: unknown) => void toast(errorText(error), { tone: "bad" }))}
        />
      )}
    </Page>
  );
}

const columns = (): Column<BusinessHours>[] => [
  { id: "name", title: t("hours.name"), cell: (one) => <Link href={address(one.id)} className="hours-name"><strong>{one.name}</strong><small>{one.timetable.zone.replaceAll("_", " ")}</small></Link> },
  { id: "week", title: t("hours.week"), isMinor: true, cell: (one) => <WeekStrip week={one.timetable.week} label={t("hours.perWeek", { count: hoursOf(one.timetable.week), first: dayName(0, currentLanguage()) })} /> },
  { id: "channels", title: t("hours.channels"), cell: (one) => <Channels ids={one.channelIds} /> },
];

function Channels({ ids }: { ids: readonly string[] }) {
  const channels = useStore(directory, (state) => state.channels);
  return ids.length === 0 ? <span className="field-hint">{t("hours.channels.none")}</span> : <>{ids.map((id) => channels[id]?.name).filter(Boolean).join(", ")}</>;
}
