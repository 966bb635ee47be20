import { useEffect } from "react";
import { errorText } from "../api/client";
import type { Channel } from "../api/types";
import { fetchHours, hours, keepHours } from "../hours/hours";
import Standing from "../hours/Standing";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Link } from "../shell/router";
import { Section, Select, toast } from "../ui";

const always = "always";

/** When somebody is there on this channel: one of the business hours, or always. */
export function Hours({ channel }: { channel: Channel }) {
  const items = useStore(hours, (state) => state.items) ?? [];
  useEffect(() => void fetchHours().catch(() => {}), []);
  const keep = (id: string) => void keepHours(channel.id, id === always ? null : id).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
  return (
    <Section title={t("channels.hours")} lead={t("channels.hours.lead")} actions={<Link href="/settings/business-hours">{t("channels.hours.all")}</Link>}>
      <Select
        label={t("channels.hours")} hideLabel value={channel.hours?.id ?? always} onChange={keep}
        choices={[{ id: always, label: t("channels.hours.always") }, ...items.map((one) => ({ id: one.id, label: one.name, hint: one.timetable.zone }))]}
      />
      {channel.hours && <Standing hours={channel.hours} always />}
    </Section>
  );
}
