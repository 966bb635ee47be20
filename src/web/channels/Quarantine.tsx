import { useCallback, useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { Quarantined } from "../api/types";
import { t } from "../i18n";
import { fileSize, fullDate } from "../i18n/format";
import { Button, Confirm, DownloadIcon, IconButton, Section, toast, TrashIcon } from "../ui";
import "./channels.css";

/** What came in and could not be read: kept whole, to be tried again. Shown only when there is something. */
export function Quarantine({ channelId }: { channelId?: string }) {
  const [items, setItems] = useState<Quarantined[]>([]);
  const [dropped, setDropped] = useState<Quarantined | null>(null);
  const load = useCallback(() => void api.get("/quarantine").then((answer) => setItems(answer.items), () => {}), []);
  useEffect(load, [load]);
  const shown = items.filter((one) => !channelId || one.channelId === channelId);
  if (shown.length === 0) return null;

  const act = (action: Promise<unknown>, said: string) => action.then(() => toast(said, { tone: "good" }), (error: unknown) => toast(errorText(error), { tone: "bad" })).then(load);
  return (
    <Section title={t("channels.quarantine")} lead={t("channels.quarantine.lead")}>
      <ul className="quarantine">
        {shown.map((one) => (
          <li key={one.id}>
            <div className="quarantine-head">
              <span>
                <strong>{fullDate(new Date(one.receivedAt))}</strong>
                <small>{fileSize(one.size)} · {t("channels.quarantine.tries", { count: one.attempts })}</small>
              </span>
              <Button size="sm" onPress={() => void act(api.post(`/quarantine/${one.id}/replay`), t("channels.quarantine.replayed"))}>{t("channels.quarantine.replay")}</Button>
              <IconButton size="sm" icon={DownloadIcon} label={t("channels.quarantine.download")} onPress={() => location.assign(`/api/v1/quarantine/${one.id}`)} />
              <IconButton size="sm" icon={TrashIcon} label={t("channels.quarantine.drop")} onPress={() => setDropped(one)} />
            </div>
            {one.error && <p className="field-error">{one.error}</p>}
            <code>{one.preview}</code>
          </li>
        ))}
      </ul>
      {dropped && (
        <Confirm
          isOpen isDanger onClose={() => setDropped(null)} title={t("channels.quarantine.drop")} text={t("channels.quarantine.drop.text")}
          action={t("channels.quarantine.drop")} onConfirm={() => act(api.delete(`/quarantine/${dropped.id}`), t("channels.quarantine.dropped"))}
        />
      )}
    </Section>
  );
}
