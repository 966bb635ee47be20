import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { Automation } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Link, navigate } from "../shell/router";
import { AlertIcon, Badge, Button, Confirm, Dialog, EditIcon, EmptyState, IconButton, Page, PlusIcon, Section, SparkIcon, Switch, toast, TrashIcon } from "../ui";
import { ReorderList } from "../ui/ReorderList";
import { automations, fetchAutomations, orderAutomations, removeAutomation, turnAutomation } from "./automations";
import { sentenceOf } from "./sentence";
import { Templates } from "./Templates";
import { TryAll } from "./Trial";
import { Troubles } from "./Troubles";
import { useNames } from "./useNames";
import "../routing/routing.css";
import "./automations.css";

const address = (id: string) => `/settings/routing/automations/${id}`;
const attempt = (action: Promise<unknown>) => void action.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

/** What happens by itself when a message says something. */
export default function AutomationsPage() {
  const { status, items } = useStore(automations, (state) => state);
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Automation | null>(null);
  useEffect(() => void fetchAutomations(), []);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => setAdding(true)}>{t("automations.add")}</Button>;
  if (status === "failed") return <EmptyState icon={AlertIcon} title={t("errors.unexpected")} action={<Button onPress={() => void fetchAutomations()}>{t("shell.unreachable.retry")}</Button>} />;
  if (status === "loading") return null;

  return (
    <Page title={t("administration.page.automations")} lead={t("automations.lead")} actions={addButton}>
      {items.length === 0
        ? <EmptyState icon={SparkIcon} title={t("automations.empty.title")} text={t("automations.empty.text")} />
        : (
          <Section title={t("automations.list")} lead={t("automations.list.lead")}>
            <ReorderList
              label={t("automations.order")} rows={items} nameOf={(one) => one.name} handleOf={(one) => t("automations.drag", { name: one.name })}
              onReorder={(ids) => attempt(orderAutomations(ids))} cell={(one) => <Described automation={one} />}
              actions={(one) => <>
                <Switch label={<span className="visually-hidden">{t("automations.turn", { name: one.name })}</span>} isOn={one.enabled} onChange={(on) => attempt(turnAutomation(one.id, on).then(fetchAutomations))} />
                <IconButton icon={EditIcon} label={t("automations.edit", { name: one.name })} onPress={() => navigate(address(one.id))} />
                <IconButton icon={TrashIcon} label={t("automations.remove", { name: one.name })} onPress={() => setRemoved(one)} />
              </>}
            />
          </Section>
        )}
      {items.length === 0 ? <Section title={t("automations.templates")}><Templates /></Section> : <TryAll />}
      <Dialog isOpen={isAdding} onClose={() => setAdding(false)} size="lg" title={t("automations.add")} lead={t("automations.templates.lead")}><Templates /></Dialog>
      {removed && (
        <Confirm
          isOpen isDanger onClose={() => setRemoved(null)} title={t("automations.remove.title", { name: removed.name })} text={t("automations.remove.text")}
          action={t("automations.remove.action")} onConfirm={() => attempt(removeAutomation(removed.id).then(fetchAutomations))}
        />
      )}
    </Page>
  );
}

function Described({ automation }: { automation: Automation }) {
  const names = useNames();
  return (
    <div className="skill-set" data-off={!automation.enabled || undefined}>
      <span><Link href={address(automation.id)}>{automation.name}</Link> {!automation.enabled && <Badge>{t("automations.off")}</Badge>}</span>
      <p>{sentenceOf(automation, names)}</p>
      <Troubles troubles={automation.troubles} />
    </div>
  );
}
