import { useEffect } from "react";
import { errorText } from "../api/client";
import type { NotificationPreferences, NotificationWay } from "../api/types";
import { t } from "../i18n";
import { timeOf } from "../i18n/format";
import { useStore } from "../live/store";
import { Button, Callout, Checkbox, Page, Section, Select, Switch, toast } from "../ui";
import { choose, fetchNotifications, notifications } from "./notifications";
import "./PreferencesPage.css";
import { push, turnOff, turnOn } from "./push";
import { ring } from "./sound";

const attempt = (action: Promise<unknown>) => void action.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
const save = (changes: Parameters<typeof choose>[0]) => attempt(choose(changes));

/** Of what one wants to be told, and how: saved as one chooses. */
export default function PreferencesPage() {
  const preferences = useStore(notifications, (state) => state.preferences);
  const status = useStore(notifications, (state) => state.status);
  useEffect(() => {
    if (status === "failed") void fetchNotifications();
  }, [status]);
  return (
    <Page title={t("notifications.title")} lead={t("notifications.preferences.lead")}>
      {preferences && <>
        <Section title={t("notifications.what")} lead={t("notifications.what.lead")}><Grid preferences={preferences} /></Section>
        <Section title={t("notifications.device")} lead={t("notifications.device.lead")}><Device /></Section>
        <Section title={t("notifications.mail")} lead={t("notifications.mail.lead")}>
          {preferences.areMailsSent ? <Pace digest={preferences.digest} /> : <Callout>{t("notifications.mail.none")}</Callout>}
        </Section>
        <Section title={t("notifications.how")}>
          <Switch label={t("notifications.sound")} hint={t("notifications.sound.hint")} isOn={preferences.sound} onChange={(sound) => (save({ sound }), sound && ring())} />
          <Switch label={t("notifications.quiet")} hint={t("notifications.quiet.hint")} isOn={preferences.quietWhenAway} onChange={(quietWhenAway) => save({ quietWhenAway })} />
          <div><Button size="sm" onPress={ring}>{t("notifications.sound.try")}</Button></div>
        </Section>
      </>}
    </Page>
  );
}

const minutes = ["5", "15", "30", "60", "120", "240"] as const;
const hours = Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), label: timeOf(new Date(2000, 0, 1, hour)) }));

/** When what is not read comes by e-mail, by the clock of this browser. */
function Pace({ digest }: { digest: NotificationPreferences["digest"] }) {
  const change = (part: Partial<typeof digest>) => save({ digest: { ...digest, ...part, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } });
  return (
    <div className="digest-pace">
      <Select
        label={t("notifications.mail.pace")} value={digest.pace} onChange={(pace) => change({ pace })}
        choices={(["whenUnread", "hourly", "daily"] as const).map((id) => ({ id, label: t(`notifications.mail.${id}`) }))}
      />
      {digest.pace === "whenUnread" && <Select label={t("notifications.mail.after")} value={String(digest.afterMinutes)} onChange={(count) => change({ afterMinutes: Number(count) })} choices={minutes.map((id) => ({ id, label: t("notifications.mail.minutes", { count: Number(id) }) }))} />}
      {digest.pace === "daily" && <Select label={t("notifications.mail.at")} value={String(digest.atHour)} onChange={(hour) => change({ atHour: Number(hour) })} choices={hours} />}
    </div>
  );
}

/** Whether this browser is told while Relais is closed, and why it cannot be. */
function Device() {
  const { state } = useStore(push, (whole) => whole);
  if (state === "impossible" || state === "denied") return <Callout tone="warn">{t(`notifications.device.${state}`)}</Callout>;
  return (
    <Switch
      label={t("notifications.device.on")} hint={t("notifications.device.hint")} isOn={state === "on"} isDisabled={state === "unknown"}
      onChange={(isOn) => attempt(isOn ? turnOn() : turnOff())}
    />
  );
}

const waysOf = ({ kinds }: NotificationPreferences): NotificationWay[] => [...new Set(kinds.flatMap((one) => one.possible))];

function Grid({ preferences }: { preferences: NotificationPreferences }) {
  const ways = waysOf(preferences);
  const turn = (kind: NotificationPreferences["kinds"][number], way: NotificationWay, isOn: boolean) =>
    save({ choices: [{ kind: kind.kind, ways: isOn ? [...kind.ways, way] : kind.ways.filter((one) => one !== way) }] });
  return (
    <div className="table-frame">
      <table className="notification-grid" aria-label={t("notifications.what")}>
        <thead>
          <tr>
            <th scope="col"><span className="visually-hidden">{t("notifications.what")}</span></th>
            {ways.map((way) => <th key={way} scope="col">{t(`notifications.way.${way}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {preferences.kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row"><span>{t(`notifications.kind.${kind.kind}`)}</span><small>{t(`notifications.kind.${kind.kind}.about`)}</small></th>
              {ways.map((way) => (
                <td key={way}>
                  {kind.possible.includes(way) && (
                    <Checkbox
                      label={<span className="visually-hidden">{t("notifications.told.by", { kind: t(`notifications.kind.${kind.kind}`), way: t(`notifications.way.${way}`) })}</span>}
                      isDisabled={way === "email" && !preferences.areMailsSent} isOn={kind.ways.includes(way)} onChange={(isOn) => turn(kind, way, isOn)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
