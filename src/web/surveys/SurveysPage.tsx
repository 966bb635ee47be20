import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { Survey } from "../api/types";
import { languageName } from "../contacts/attributes";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link, navigate } from "../shell/router";
import { Button, Callout, type Column, Confirm, EditIcon, EmptyState, IconButton, Page, PlusIcon, Section, Skeleton, SmileIcon, Switch, Table, toast, TrashIcon } from "../ui";
import { RadioCards } from "../ui/RadioCards";
import { percent } from "./results";
import "./surveys.css";
import { choosePolicy, fetchSurveys, removeSurvey, surveys, turnSurvey } from "./surveys";

const address = (id: string) => `/settings/csat-surveys/${id}`;
const say = (error: unknown) => void toast(errorText(error), { tone: "bad" });

/** Who is asked how it was, and what. */
export default function SurveysPage() {
  const items = useStore(surveys, (state) => state.items);
  const [leaving, setLeaving] = useState<Survey | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void fetchSurveys().catch((error: unknown) => setFailure(errorText(error))), []);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => navigate(address("new"))}>{t("surveys.add")}</Button>;

  return (
    <Page title={t("administration.page.csat")} lead={t("surveys.lead")} actions={items && items.length > 0 && <><Button onPress={() => navigate("/satisfaction")}>{t("surveys.results")}</Button>{addButton}</>}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {!items ? !failure && <Skeleton height={160} />
        : items.length === 0 ? <EmptyState icon={SmileIcon} title={t("surveys.empty.title")} text={t("surveys.empty.text")} action={addButton} />
        : (
          <>
            <WithoutReason items={items} />
            <Table label={t("administration.page.csat")} columns={columns()} rows={items} rowId={(one) => one.id} actions={(one) => (
              <>
                <IconButton icon={EditIcon} label={t("surveys.edit", { name: one.draft.name })} onPress={() => navigate(address(one.id))} />
                <IconButton icon={TrashIcon} label={t("surveys.remove", { name: one.draft.name })} onPress={() => setLeaving(one)} />
              </>
            )} />
            <Policy />
          </>
        )}
      {leaving && (
        <Confirm
          isOpen isDanger onClose={() => setLeaving(null)} title={t("surveys.remove.title", { name: leaving.draft.name })} text={t("surveys.remove.text")}
          action={t("surveys.remove.action")} onConfirm={() => removeSurvey(leaving.id).then(fetchSurveys).catch(say)}
        />
      )}
    </Page>
  );
}

/** Where no reason is asked for, none is given, and nobody is surveyed. */
function WithoutReason({ items }: { items: readonly Survey[] }) {
  const asked = useStore(directory, (state) => state.resolveScopes.reasons.channels);
  const channels = useStore(directory, (state) => state.channels);
  const reason = useStore(directory, (state) => Object.values(state.resolveReasons).find((one) => one.isSystem)?.name ?? "");
  const missing = items.filter((one) => one.enabled).flatMap((one) => one.channelIds).filter((id) => channels[id] && !asked.some((scope) => scope.channelId === id && scope.visibility === "private"));
  if (missing.length === 0) return null;
  return (
    <Callout tone="warn" title={t("surveys.reason.title", { reason })} action={<Link href="/settings/workspace/resolve-reasons">{t("surveys.reason.action")}</Link>}>
      {t("surveys.reason.text", { channels: missing.map((id) => channels[id]!.name).join(", "), reason })}
    </Callout>
  );
}

/** What holds for all surveys. */
function Policy() {
  const policy = useStore(surveys, (state) => state.policy);
  const choose = (part: Partial<typeof policy>) => void choosePolicy({ ...policy, ...part }).then(fetchSurveys).catch(say);
  return (
    <Section title={t("surveys.trigger")} lead={t("surveys.trigger.lead")}>
      <RadioCards
        label={t("surveys.trigger")} hideLabel value={policy.trigger} onChange={(trigger) => choose({ trigger })}
        choices={(["people", "peopleAndVirtualAgents"] as const).map((id) => ({ id, title: t(`surveys.trigger.${id}`), text: t(`surveys.trigger.${id}.text`) }))}
      />
      <Switch label={t("surveys.bulk")} hint={t("surveys.bulk.hint")} isOn={policy.includesBulk} onChange={(includesBulk) => choose({ includesBulk })} />
    </Section>
  );
}

const columns = (): Column<Survey>[] => [
  { id: "name", title: t("surveys.name"), cell: (one) => (
    <Link href={address(one.id)} className="survey-name">
      <strong>{one.draft.name}</strong>
      <small>{[t(`surveys.question.${one.draft.question}`), ...one.draft.languages.map(({ language }) => languageName(language))].join(" · ")}</small>
    </Link>
  ) },
  { id: "channels", title: t("surveys.channels"), cell: (one) => <Channels ids={one.channelIds} /> },
  { id: "asked", title: t("surveys.lately"), isMinor: true, cell: (one) => one.asked === 0 ? <span className="field-hint">{t("surveys.lately.none")}</span> : (
    <span className="survey-lately"><strong className="tabular">{percent(one.satisfied, one.answered)}</strong><small>{t("surveys.lately.answered", { count: one.asked, answered: one.answered })}</small></span>
  ) },
  { id: "enabled", title: t("surveys.enabled"), cell: (one) => (
    <Switch
      label={<span className="visually-hidden">{t("surveys.turn", { name: one.draft.name })}</span>} isOn={one.enabled}
      onChange={(on) => void turnSurvey(one.id, on).then(fetchSurveys).catch(say)}
    />
  ) },
];

function Channels({ ids }: { ids: readonly string[] }) {
  const channels = useStore(directory, (state) => state.channels);
  return ids.length === 0 ? <span className="field-hint">{t("surveys.channels.none")}</span> : <>{ids.map((id) => channels[id]?.name).filter(Boolean).join(", ")}</>;
}
