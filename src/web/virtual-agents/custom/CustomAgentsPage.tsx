import { useEffect, useState } from "react";
import { errorText } from "../../api/client";
import type { CustomAgent } from "../../api/types";
import { t } from "../../i18n";
import { useStore } from "../../live/store";
import { directory } from "../../shell/directory";
import { Link, navigate } from "../../shell/router";
import { Badge, Button, Callout, type Column, Confirm, EditIcon, EmptyState, IconButton, Page, PlusIcon, Skeleton, SparkIcon, Switch, Table, toast, TrashIcon } from "../../ui";
import { agents, fetchAgents, removeAgent, turnAgent } from "./agents";
import "../virtual-agents.css";

const address = (id: string) => `/settings/virtual-agents/custom/${id}`;
const say = (error: unknown) => void toast(errorText(error), { tone: "bad" });

/** Programs of one's own that have conversations. */
export default function CustomAgentsPage() {
  const items = useStore(agents, (state) => state.items);
  const [leaving, setLeaving] = useState<CustomAgent | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void fetchAgents().catch((error: unknown) => setFailure(errorText(error))), []);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => navigate(address("new"))}>{t("agents.add")}</Button>;

  return (
    <Page title={t("administration.page.customVirtualAgents")} lead={t("agents.lead")} actions={items && items.length > 0 && addButton}>
      {failure && <Callout tone="bad">{failure}</Callout>}
      {!items ? !failure && <Skeleton height={160} />
        : items.length === 0 ? <EmptyState icon={SparkIcon} title={t("agents.empty.title")} text={t("agents.empty.text")} action={addButton} />
        : <Table label={t("administration.page.customVirtualAgents")} columns={columns()} rows={items} rowId={(one) => one.id} actions={(one) => (
            <>
              <IconButton icon={EditIcon} label={t("agents.edit", { name: one.draft.name })} onPress={() => navigate(address(one.id))} />
              <IconButton icon={TrashIcon} label={t("agents.remove", { name: one.draft.name })} onPress={() => setLeaving(one)} />
            </>
          )} />}
      {leaving && (
        <Confirm
          isOpen isDanger onClose={() => setLeaving(null)} title={t("agents.remove.title", { name: leaving.draft.name })} text={t("agents.remove.text", { count: leaving.holds })}
          action={t("agents.remove.action")} onConfirm={() => removeAgent(leaving.id).then(fetchAgents).catch(say)}
        />
      )}
    </Page>
  );
}

const columns = (): Column<CustomAgent>[] => [
  { id: "name", title: t("agents.name"), cell: (one) => (
    <Link href={address(one.id)} className="responder-name">
      <strong>{one.draft.name}</strong>
      <small>{t(`agents.activation.${one.draft.activation}`)}</small>
    </Link>
  ) },
  { id: "channels", title: t("agents.channels"), cell: (one) => <Channels ids={one.channelIds} /> },
  { id: "health", title: t("agents.health"), isMinor: true, cell: (one) => one.lastFailed == null
    ? <span className="field-hint">{t("agents.health.none")}</span>
    : <Badge tone={one.lastFailed ? "bad" : "good"}>{t(one.lastFailed ? "agents.health.bad" : "agents.health.good")}</Badge> },
  { id: "holds", title: t("agents.holds"), isMinor: true, cell: (one) => <span className="tabular">{one.holds}</span> },
  { id: "enabled", title: t("agents.enabled"), cell: (one) => (
    <Switch
      label={<span className="visually-hidden">{t("agents.turn", { name: one.draft.name })}</span>} isOn={one.enabled}
      onChange={(on) => void turnAgent(one.id, on).then(fetchAgents).catch(say)}
    />
  ) },
];

function Channels({ ids }: { ids: readonly string[] }) {
  const channels = useStore(directory, (state) => state.channels);
  return ids.length === 0 ? <span className="field-hint">{t("agents.channels.none")}</span> : <>{ids.map((id) => channels[id]?.name).filter(Boolean).join(", ")}</>;
}
