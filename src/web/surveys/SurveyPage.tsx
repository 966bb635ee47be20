import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { Survey, SurveyDraft } from "../api/types";
import { currentLanguage, t } from "../i18n";
import { useStore } from "../live/store";
import { byName } from "../people/colleagues";
import { PickMany } from "../people/PickMany";
import { directory } from "../shell/directory";
import type { PageProps } from "../shell/page";
import { Link, navigate } from "../shell/router";
import { useForm } from "../shell/useForm";
import { BackIcon, Button, Callout, EmptyState, Page, QuestionIcon, Section, Select, Switch, TextField, toast } from "../ui";
import { Preview } from "./Preview";
import { fetchSurveys, kinds, newDraft, saveSurvey, surveys } from "./surveys";
import "./surveys.css";
import { Whom } from "./Whom";
import { Wording } from "./Wording";

const list = "/settings/csat-surveys";

/** One survey: whom it asks, what it says, and beside it how the customer sees it. */
export default function SurveyPage({ params }: PageProps) {
  const id = params.surveyId!;
  const items = useStore(surveys, (state) => state.items);
  useEffect(() => void fetchSurveys().catch((error: unknown) => toast(errorText(error), { tone: "bad" })), []);
  const known = items?.find((one) => one.id === id) ?? null;
  if (!items) return null;
  if (id !== "new" && !known) return <EmptyState icon={QuestionIcon} title={t("errors.not_found")} action={<Button onPress={() => navigate(list)}>{t("surveys.all")}</Button>} />;
  return <Editor key={id} known={known} />;
}

function Editor({ known }: { known: Survey | null }) {
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<SurveyDraft>(() => known?.draft ?? newDraft(t("surveys.name.usual"), surveys.get().supplied));
  const [channelIds, setChannelIds] = useState(known?.channelIds ?? []);
  const [enabled, setEnabled] = useState(known?.enabled ?? true);
  const [language, setLanguage] = useState(() => (draft.languages.find((one) => one.language === currentLanguage()) ?? draft.languages[0]!).language);
  const change = (part: Partial<SurveyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const channels = byName(useStore(directory, (state) => state.channels));
  const words = draft.languages.find((one) => one.language === language) ?? draft.languages[0]!;
  const { isPending, error, submit } = useForm(async () => {
    await saveSurvey(known?.id ?? null, { draft, channelIds, enabled }, key);
    navigate(list);
  });

  return (
    <Page title={known?.draft.name ?? t("surveys.add")} lead={t("surveys.editor.lead")} actions={<Link href={list} className="page-back"><BackIcon size={15} /> {t("surveys.all")}</Link>}>
      <div className="survey-columns">
        <form className="survey-form" onSubmit={submit}>
          <Section>
            <TextField label={t("surveys.name")} hint={t("surveys.name.hint")} value={draft.name} onChange={(name) => change({ name })} isRequired maxLength={80} autoComplete="off" autoFocus={!known} />
            <PickMany label={t("surveys.channels")} none={t("surveys.channels.nowhere")} picked={channelIds} onChange={setChannelIds} choices={channels.map(({ id, name }) => ({ id, label: name }))} />
            <Switch label={t("surveys.enabled")} hint={t("surveys.enabled.hint")} isOn={enabled} onChange={setEnabled} />
          </Section>
          <Section title={t("surveys.says")} lead={t("surveys.says.lead")}>
            <Select label={t("surveys.question.kind")} hint={t(`surveys.question.${draft.question}.hint`)} value={draft.question} onChange={(question) => change({ question })} choices={kinds.map((id) => ({ id, label: t(`surveys.question.${id}`) }))} />
            <Wording languages={draft.languages} onChange={(languages) => change({ languages })} language={words.language} onShow={setLanguage} />
          </Section>
          <Whom draft={draft} onChange={change} />
          {error && <Callout tone="bad">{error}</Callout>}
          <div className="form-end">
            <Button variant="ghost" onPress={() => navigate(list)}>{t("ui.cancel")}</Button>
            <Button variant="primary" type="submit" isPending={isPending}>{t("surveys.save")}</Button>
          </div>
        </form>
        <Preview kind={draft.question} words={words} />
      </div>
    </Page>
  );
}
