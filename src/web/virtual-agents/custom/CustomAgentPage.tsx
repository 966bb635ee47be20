import { useEffect, useState } from "react";
import { ApiError, errorText } from "../../api/client";
import type { CustomAgentDetail, CustomAgentDraft } from "../../api/types";
import { t } from "../../i18n";
import { useStore } from "../../live/store";
import { byName } from "../../people/colleagues";
import { PickMany } from "../../people/PickMany";
import { directory } from "../../shell/directory";
import type { PageProps } from "../../shell/page";
import { Link, navigate } from "../../shell/router";
import { useForm } from "../../shell/useForm";
import { BackIcon, Button, Callout, EmptyState, Page, QuestionIcon, Section, Switch, TextField, toast } from "../../ui";
import { RadioCards } from "../../ui/RadioCards";
import { fetchAgent, newDraft, saveAgent } from "./agents";
import { Deliveries } from "./Deliveries";
import { Patience } from "./Patience";
import { Secrets } from "./Secrets";
import { TestBench } from "./TestBench";
import "../virtual-agents.css";
import "./custom-agents.css";

const list = "/settings/virtual-agents/custom";

/** One custom virtual agent: where its program is, what both know of each other, and what was told lately. */
export default function CustomAgentPage({ params }: PageProps) {
  const id = params.agentId!;
  const [detail, setDetail] = useState<CustomAgentDetail | null>(null);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    setDetail(null);
    if (id === "new") return;
    fetchAgent(id).then(setDetail, (error: unknown) => {
      if (error instanceof ApiError && error.status === 404) setGone(true);
      else toast(errorText(error), { tone: "bad" });
    });
  }, [id]);
  if (isGone) return <EmptyState icon={QuestionIcon} title={t("errors.not_found")} action={<Button onPress={() => navigate(list)}>{t("agents.all")}</Button>} />;
  if (id !== "new" && !detail) return null;
  return <Editor key={id} detail={detail} onChange={setDetail} />;
}

function Editor({ detail, onChange }: { detail: CustomAgentDetail | null; onChange: (detail: CustomAgentDetail) => void }) {
  const known = detail?.agent ?? null;
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<CustomAgentDraft>(() => known?.draft ?? newDraft());
  const [channelIds, setChannelIds] = useState(known?.channelIds ?? []);
  const [enabled, setEnabled] = useState(known?.enabled ?? false);
  const change = (part: Partial<CustomAgentDraft>) => setDraft((before) => ({ ...before, ...part }));
  const { isPending, error, submit } = useForm(async () => {
    const saved = await saveAgent(known?.id ?? null, { draft, channelIds, enabled }, key);
    toast(t("agents.saved"), { tone: "good" });
    if (known) onChange(saved);
    else navigate(`${list}/${saved.agent.id}`);
  });

  return (
    <Page title={known?.draft.name ?? t("agents.add")} lead={t("agents.editor.lead")} actions={<Link href={list} className="page-back"><BackIcon size={15} /> {t("agents.all")}</Link>}>
      <div className="responder-columns agent-columns">
        <form className="responder-form" onSubmit={submit}>
          <Section>
            <TextField label={t("agents.name")} hint={t("agents.name.hint", { name: draft.name || t("agents.name.example") })} placeholder={t("agents.name.example")} value={draft.name} onChange={(name) => change({ name })} isRequired maxLength={80} autoComplete="off" autoFocus={!known} />
            <TextField label={t("agents.url")} hint={t("agents.url.hint")} placeholder="https://bot.example.com/relais" value={draft.webhookUrl ?? ""} onChange={(webhookUrl) => change({ webhookUrl })} inputMode="url" maxLength={2000} autoComplete="off" />
            <Switch label={t("agents.enabled")} hint={t("agents.enabled.hint")} isOn={enabled} onChange={setEnabled} />
          </Section>
          <Section title={t("agents.activation")}>
            <RadioCards
              label={t("agents.activation")} hideLabel value={draft.activation} onChange={(activation) => change({ activation })}
              choices={(["inception", "delegation"] as const).map((id) => ({ id, title: t(`agents.activation.${id}`), text: t(`agents.activation.${id}.text`) }))}
            />
            {draft.activation === "delegation" && (
              <RadioCards
                label={t("agents.handOver")} value={draft.handOver} onChange={(handOver) => change({ handOver })}
                choices={(["newQueue", "previousAgent"] as const).map((id) => ({ id, title: t(`agents.handOver.${id}`), text: t(`agents.handOver.${id}.text`) }))}
              />
            )}
            <Channels picked={channelIds} onChange={setChannelIds} />
          </Section>
          <Patience draft={draft} onChange={change} />
          {error && <Callout tone="bad">{error}</Callout>}
          <div className="form-end">
            <Button variant="ghost" onPress={() => navigate(list)}>{t("ui.cancel")}</Button>
            <Button variant="primary" type="submit" isPending={isPending}>{t("agents.save")}</Button>
          </div>
        </form>
        <div className="agent-side">
          {detail
            ? (
              <>
                <Secrets detail={detail} onChange={onChange} />
                <TestBench agentId={detail.agent.id} hasAddress={!!detail.agent.draft.webhookUrl} />
                <Deliveries agentId={detail.agent.id} />
              </>
            )
            : <Section title={t("agents.next")}><ol className="agent-steps">{[1, 2, 3].map((step) => <li key={step}>{t(`agents.next.${step}`)}</li>)}</ol></Section>}
        </div>
      </div>
    </Page>
  );
}

function Channels({ picked, onChange }: { picked: string[]; onChange: (ids: string[]) => void }) {
  const channels = byName(useStore(directory, (state) => state.channels));
  return <PickMany label={t("agents.channels")} none={t("agents.channels.nowhere")} picked={picked} onChange={onChange} choices={channels.map(({ id, name }) => ({ id, label: name }))} />;
}
