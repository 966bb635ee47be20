import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { AutoResponder } from "../api/types";
import { languageName } from "../contacts/attributes";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link, navigate } from "../shell/router";
import { Button, Callout, type Column, Confirm, EditIcon, EmptyState, IconButton, Page, PlusIcon, ReplyIcon, Skeleton, Switch, Table, toast, TrashIcon } from "../ui";
import { fetchResponders, removeResponder, responders, turnResponder } from "./responders";
import "./virtual-agents.css";

const address = (id: string) => `/settings/auto-responders/${id}`;
const say = (error: unknown) => void toast(errorText(error), { tone: "bad" });

/** Who answers before anybody does. */
export default function RespondersPage() {
  const items = useStore(responders, (state) => state.items);
  const [leaving, setLeaving] = useState<AutoResponder | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void fetchResponders().catch((error: unknown) => setFailure(errorText(error))), []);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => navigate(address("new"))}>{t("responders.add")}</Button>;

  return (
    <Page title={t("administration.page.autoResponders")} lead={t("responders.lead")} actions={items && items.length > 0 && addButton}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {!items ? !failure && <Skeleton height={160} />
        : items.length === 0 ? <EmptyState icon={ReplyIcon} title={t("responders.empty.title")} text={t("responders.empty.text")} action={addButton} />
        : <Table label={t("administration.page.autoResponders")} columns={columns()} rows={items} rowId={(one) => one.id} actions={(one) => (
            <>
              <IconButton icon={EditIcon} label={t("responders.edit", { name: one.draft.name })} onPress={() => navigate(address(one.id))} />
              <IconButton icon={TrashIcon} label={t("responders.remove", { name: one.draft.name })} onPress={() => setLeaving(one)} />
            </>
          )} />}
      {leaving && (
        <Confirm
          isOpen isDanger onClose={() => setLeaving(null)} title={t("responders.remove.title", { name: leaving.draft.name })} text={t("responders.remove.text", { count: leaving.holds })}
          action={t("responders.remove.action")} onConfirm={() => removeResponder(leaving.id).then(fetchResponders).catch(say)}
        />
      )}
    </Page>
  );
}

const columns = (): Column<AutoResponder>[] => [
  { id: "name", title: t("responders.name"), cell: (one) => (
    <Link href={address(one.id)} className="responder-name">
      <strong>{one.draft.name}</strong>
      <small>{[t(`responders.activation.${one.draft.activation}`), ...one.draft.languages.map(({ language }) => languageName(language))].join(" · ")}</small>
    </Link>
  ) },
  { id: "channels", title: t("responders.channels"), cell: (one) => <Channels ids={one.channelIds} /> },
  { id: "holds", title: t("responders.holds"), isMinor: true, cell: (one) => <span className="tabular">{one.holds}</span> },
  { id: "enabled", title: t("responders.enabled"), cell: (one) => (
    <Switch
      label={<span className="visually-hidden">{t("responders.turn", { name: one.draft.name })}</span>} isOn={one.enabled}
      onChange={(on) => void turnResponder(one.id, on).then(fetchResponders).catch(say)}
    />
  ) },
];

function Channels({ ids }: { ids: readonly string[] }) {
  const channels = useStore(directory, (state) => state.channels);
  return ids.length === 0 ? <span className="field-hint">{t("responders.channels.none")}</span> : <>{ids.map((id) => channels[id]?.name).filter(Boolean).join(", ")}</>;
}
