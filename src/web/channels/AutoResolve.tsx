import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { AutoResolve as Setting } from "../api/types";
import "../auto-resolve/autoResolve.css";
import { isPossible, ownOf, withOwn } from "../auto-resolve/patience";
import { PatienceField } from "../auto-resolve/PatienceField";
import { t } from "../i18n";
import { Link } from "../shell/router";
import { useForm } from "../shell/useForm";
import { Button, Callout, Section, toast } from "../ui";

/** What is different on this channel of when conversations end by themselves. */
export function AutoResolve({ channelId }: { channelId: string }) {
  const [setting, setSetting] = useState<Setting | null>(null);
  useEffect(() => void api.get("/auto-resolve").then((kept) => setSetting(kept.setting), () => {}), []);
  const { isPending, error, submit } = useForm(async () => {
    setSetting((await api.put("/auto-resolve", { setting: setting! })).setting);
    toast(t("autoResolve.saved"), { tone: "good" });
  });
  if (!setting) return null;

  const own = ownOf(setting, channelId);
  const times = [own.new?.minutes ?? null, own.pending?.minutes ?? null];
  return (
    <Section title={t("administration.page.autoResolve")} lead={t("channels.autoResolve.lead")} actions={<Link href="/settings/queue/auto-resolve">{t("channels.autoResolve.all")}</Link>}>
      <form className="auto-resolve" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        {(["new", "pending"] as const).map((state) => (
          <PatienceField
            key={state} label={t(`autoResolve.${state}`)} isLabelled minutes={own[state] ? own[state].minutes : undefined} everywhere={setting[state].minutes}
            onChange={(minutes) => setSetting(withOwn(setting, channelId, state, minutes))}
          />
        ))}
        <span><Button type="submit" isPending={isPending} isDisabled={!times.every(isPossible)}>{t("autoResolve.save")}</Button></span>
      </form>
    </Section>
  );
}
