import { useEffect } from "react";
import { errorText } from "../api/client";
import type { NotificationPreferences, NotificationWay } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Button, Checkbox, Page, Section, Switch, toast } from "../ui";
import { choose, fetchNotifications, notifications } from "./notifications";
import "./PreferencesPage.css";
import { ring } from "./sound";

const save = (changes: Parameters<typeof choose>[0]) => void choose(changes).catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

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
        <Section title={t("notifications.how")}>
          <Switch label={t("notifications.sound")} hint={t("notifications.sound.hint")} isOn={preferences.sound} onChange={(sound) => (save({ sound }), sound && ring())} />
          <Switch label={t("notifications.quiet")} hint={t("notifications.quiet.hint")} isOn={preferences.quietWhenAway} onChange={(quietWhenAway) => save({ quietWhenAway })} />
          <div><Button size="sm" onPress={ring}>{t("notifications.sound.try")}</Button></div>
        </Section>
      </>}
    </Page>
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
                      isOn={kind.ways.includes(way)} onChange={(isOn) => turn(kind, way, isOn)}
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
