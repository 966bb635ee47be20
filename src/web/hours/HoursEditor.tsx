import { useEffect, useState } from "react";
import { ApiError, errorText } from "../api/client";
import type { BusinessHours } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { PickMany } from "../people/PickMany";
import { directory } from "../shell/directory";
import type { PageProps } from "../shell/page";
import { Link, navigate } from "../shell/router";
import { useForm } from "../shell/useForm";
import { BackIcon, Button, Callout, Confirm, EmptyState, Page, QuestionIcon, Section, TextField, toast } from "../ui";
import { Holidays } from "./Holidays";
import { addHours, changeHours, fetchHours, hours, newTimetable } from "./hours";
import "./hours.css";
import { WeekEditor } from "./WeekEditor";
import { ZoneField } from "./ZoneField";

const list = "/settings/business-hours";

/** One set of business hours: its week, its holidays, and the channels that keep it. */
export default function HoursEditor({ params }: PageProps) {
  const id = params.hoursId!;
  const items = useStore(hours, (state) => state.items);
  useEffect(() => void fetchHours().catch((error: unknown) => toast(errorText(error), { tone: "bad" })), []);
  const known = items?.find((one) => one.id === id) ?? null;
  if (!items) return null;
  if (id !== "new" && !known) return <EmptyState icon={QuestionIcon} title={t("errors.not_found")} action={<Button onPress={() => navigate(list)}>{t("hours.all")}</Button>} />;
  return <Editor key={id} known={known} />;
}

function Editor({ known }: { known: BusinessHours | null }) {
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(known?.name ?? "");
  const [timetable, setTimetable] = useState(known?.timetable ?? newTimetable());
  const [channelIds, setChannelIds] = useState(known?.channelIds ?? []);
  const [taken, setTaken] = useState<string | null>(null);
  const save = async (move: boolean) => {
    const form = { name, timetable, channelIds };
    await (known ? changeHours(known.id, form, move) : addHours(form, move, key));
    await fetchHours();
    navigate(list);
  };
  const { isPending, error, submit } = useForm(() => save(false).catch((refused: unknown) => {
    if (!(refused instanceof ApiError) || refused.code !== "business_hours.channel.taken") throw refused;
    setTaken(String(refused.params.channels));
  }));

  return (
    <Page title={known?.name ?? t("hours.add")} lead={t("hours.editor.lead")} actions={<Link href={list} className="page-back"><BackIcon size={15} /> {t("hours.all")}</Link>}>
      <form className="hours-form" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <Section>
          <div className="hours-head">
            <TextField label={t("hours.name")} placeholder={t("hours.name.example")} value={name} onChange={setName} isRequired maxLength={80} autoComplete="off" autoFocus={!known} />
            <ZoneField value={timetable.zone} onChange={(zone) => setTimetable({ ...timetable, zone })} />
          </div>
        </Section>
        <Section title={t("hours.week")} lead={t("hours.week.lead")}>
          <WeekEditor week={timetable.week} onChange={(week) => setTimetable({ ...timetable, week })} />
        </Section>
        <Holidays zone={timetable.zone} holidays={timetable.holidays ?? []} onChange={(holidays) => setTimetable({ ...timetable, holidays })} />
        <Section title={t("hours.channels")} lead={t("hours.channels.lead")}>
          <Channels ownId={known?.id} picked={channelIds} onChange={setChannelIds} />
        </Section>
        <div className="form-end">
          <Button variant="ghost" onPress={() => navigate(list)}>{t("ui.cancel")}</Button>
          <Button variant="primary" type="submit" isPending={isPending}>{t("hours.save")}</Button>
        </div>
      </form>
      <Confirm
        isOpen={taken !== null} onClose={() => setTaken(null)} title={t("hours.move.title")} text={t("hours.move.text", { channels: taken ?? "" })} action={t("hours.move.action")}
        onConfirm={() => save(true).catch((refused: unknown) => void toast(errorText(refused), { tone: "bad" }))}
      />
    </Page>
  );
}

function Channels({ ownId, picked, onChange }: { ownId: string | undefined; picked: string[]; onChange: (ids: string[]) => void }) {
  const channels = byName(useStore(directory, (state) => state.channels));
  return (
    <PickMany
      label={t("hours.channels")} none={t("hours.channels.nowhere")} picked={picked} onChange={onChange}
      choices={channels.map(({ id, name, hours: kept }) => ({ id, label: name, hint: kept && kept.id !== ownId ? t("hours.channels.keeps", { name: kept.name }) : undefined }))}
    />
  );
}
