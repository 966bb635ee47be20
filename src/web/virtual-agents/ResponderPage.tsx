import { useEffect, useState } from "react";
import { ApiError, errorText } from "../api/client";
import type { AutoResponder, ResponderDraft, ResponderLanguage } from "../api/types";
import { currentLanguage, t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { PickMany } from "../people/PickMany";
import { directory } from "../shell/directory";
import type { PageProps } from "../shell/page";
import { Link, navigate } from "../shell/router";
import { useForm } from "../shell/useForm";
import { BackIcon, Button, Callout, EmptyState, Page, QuestionIcon, Section, Switch, TextField, toast } from "../ui";
import { RadioCards } from "../ui/RadioCards";
import { Limits } from "./Limits";
import { fetchResponders, newDraft, responders, saveResponder, wordsOf } from "./responders";
import { Scripts, type Shown } from "./Scripts";
import { Simulator } from "./Simulator";
import "./virtual-agents.css";

const list = "/settings/auto-responders";

/** One auto responder: when it speaks, what it says, and beside it a customer to try it on. */
export default function ResponderPage({ params }: PageProps) {
  const id = params.responderId!;
  const items = useStore(responders, (state) => state.items);
  useEffect(() => void fetchResponders().catch((error: unknown) => toast(errorText(error), { tone: "bad" })), []);
  const known = items?.find((one) => one.id === id) ?? null;
  if (!items) return null;
  if (id !== "new" && !known) return <EmptyState icon={QuestionIcon} title={t("errors.not_found")} action={<Button onPress={() => navigate(list)}>{t("responders.all")}</Button>} />;
  return <Editor key={id} known={known} />;
}

function Editor({ known }: { known: AutoResponder | null }) {
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<ResponderDraft>(() => known?.draft ?? newDraft(currentLanguage(), wordsOf(t("responders.escape.usual"))));
  const [channelIds, setChannelIds] = useState(known?.channelIds ?? []);
  const [enabled, setEnabled] = useState(known?.enabled ?? false);
  const [shown, setShown] = useState<Shown>({ language: draft.languages[0]?.language ?? currentLanguage(), isOpen: true });
  const [waitsAt, setWaitsAt] = useState<string | null>(null);
  const change = (part: Partial<ResponderDraft>) => setDraft((before) => ({ ...before, ...part }));
  const changeLanguages = (languages: ResponderLanguage[]) => change({ languages });
  const { isPending, error, submit } = useForm(async () => {
    try {
      await saveResponder(known?.id ?? null, { draft, channelIds, enabled }, key);
      navigate(list);
    } catch (refused) {
      // The script with the faulty step is brought before the eyes.
      if (refused instanceof ApiError && refused.params.language) setShown({ language: String(refused.params.language), isOpen: refused.params.hours !== "closed" });
      throw refused;
    }
  });

  return (
    <Page title={known?.draft.name ?? t("responders.add")} lead={t("responders.editor.lead")} actions={<Link href={list} className="page-back"><BackIcon size={15} /> {t("responders.all")}</Link>}>
      <div className="responder-columns">
        <form className="responder-form" onSubmit={submit}>
          <Section>
            <TextField label={t("responders.name")} hint={t("responders.name.hint", { name: draft.name || t("responders.name.example") })} placeholder={t("responders.name.example")} value={draft.name} onChange={(name) => change({ name })} isRequired maxLength={80} autoComplete="off" autoFocus={!known} />
            <Switch label={t("responders.enabled")} hint={t("responders.enabled.hint")} isOn={enabled} onChange={setEnabled} />
          </Section>
          <Section title={t("responders.activation")}>
            <RadioCards
              label={t("responders.activation")} hideLabel value={draft.activation} onChange={(activation) => change({ activation })}
              choices={(["inception", "delegation"] as const).map((id) => ({ id, title: t(`responders.activation.${id}`), text: t(`responders.activation.${id}.text`) }))}
            />
            {draft.activation === "delegation" && (
              <RadioCards
                label={t("responders.handOver")} value={draft.handOver} onChange={(handOver) => change({ handOver })}
                choices={(["newQueue", "previousAgent"] as const).map((id) => ({ id, title: t(`responders.handOver.${id}`), text: t(`responders.handOver.${id}.text`) }))}
              />
            )}
            <Channels picked={channelIds} onChange={setChannelIds} />
          </Section>
          <Scripts languages={draft.languages} onChange={changeLanguages} shown={shown} onShow={setShown} waitsAt={waitsAt} />
          <Limits draft={draft} onChange={change} />
          {error && <Callout tone="bad">{error}</Callout>}
          <div className="form-end">
            <Button variant="ghost" onPress={() => navigate(list)}>{t("ui.cancel")}</Button>
            <Button variant="primary" type="submit" isPending={isPending}>{t("responders.save")}</Button>
          </div>
        </form>
        <Simulator draft={draft} shown={shown} channelId={channelIds[0] ?? null} onWait={setWaitsAt} />
      </div>
    </Page>
  );
}

function Channels({ picked, onChange }: { picked: string[]; onChange: (ids: string[]) => void }) {
  const channels = byName(useStore(directory, (state) => state.channels));
  return (
    <PickMany label={t("responders.channels")} none={t("responders.channels.nowhere")} picked={picked} onChange={onChange} choices={channels.map(({ id, name }) => ({ id, label: name }))} />
  );
}
