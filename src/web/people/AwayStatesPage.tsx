import { useState } from "react";
import { errorText } from "../api/client";
import type { AwayState } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { chosenAwayStates, directory } from "../shell/directory";
import { ArchiveIcon, Badge, Button, EditIcon, EmptyState, IconButton, Page, PauseIcon, PlusIcon, Section, toast } from "../ui";
import { ReorderList } from "../ui/ReorderList";
import { AwayMark } from "./AwayMark";
import { AwayStateDialog } from "./AwayStateDialog";
import { addAwayState, type AwayStateForm, changeAwayState, orderAwayStates } from "./awayStates";
import "./people.css";

type Open = { state: AwayState | null } | null;

const attempt = (action: Promise<void>) => void action.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

const examples = (): AwayStateForm[] => [
  { name: t("people.away.example.lunch"), icon: "meal", colour: "teal", isProductive: false },
  { name: t("people.away.example.training"), icon: "training", colour: "violet", isProductive: true },
  { name: t("people.away.example.call"), icon: "call", colour: "blue", isProductive: true },
];

/** Why one is away, in the organisation's own words. */
export default function AwayStatesPage() {
  const all = useStore(directory, (state) => state.awayStates);
  const shown = chosenAwayStates(all);
  const archived = Object.values(all).filter((one) => one.isArchived).sort((a, b) => a.name.localeCompare(b.name));
  const [open, setOpen] = useState<Open>(null);
  const addButton = <Button variant="primary" icon={PlusIcon} onPress={() => setOpen({ state: null })}>{t("people.away.add")}</Button>;

  return (
    <Page title={t("people.away")} lead={t("people.away.lead")} actions={shown.length > 0 && addButton}>
      {shown.length === 0
        ? <EmptyState icon={PauseIcon} title={t("people.away.empty")} text={t("people.away.empty.text")} action={<span className="away-start">{addButton}<Examples /></span>} />
        : <>
            <ReorderList
              label={t("people.away.order")} rows={shown} nameOf={(state) => state.name} handleOf={(state) => t("people.away.drag", { name: state.name })}
              onReorder={(ids) => attempt(orderAwayStates(ids))} cell={(state) => <Words state={state} />}
              actions={(state) => <>
                <IconButton icon={EditIcon} label={t("people.away.edit", { name: state.name })} onPress={() => setOpen({ state })} />
                <IconButton icon={ArchiveIcon} label={t("people.away.archive", { name: state.name })} onPress={() => attempt(changeAwayState(state.id, { isArchived: true }))} />
              </>}
            />
            {shown.length > 1 && <p className="field-hint">{t("people.away.order.hint")}</p>}
          </>}
      {archived.length > 0 && (
        <Section title={t("people.away.archived")} lead={t("people.away.archived.lead")}>
          <ul className="away-archive">
            {archived.map((state) => (
              <li key={state.id}>
                <Words state={state} />
                <Button size="sm" onPress={() => attempt(changeAwayState(state.id, { isArchived: false }))} aria-label={`${t("people.away.restore")} ${state.name}`}>{t("people.away.restore")}</Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {open && <AwayStateDialog state={open.state} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const Words = ({ state }: { state: AwayState }) => (
  <span className="away-state">
    <AwayMark state={state} size={28} />
    <strong>{state.name}</strong>
    {state.isProductive && <Badge tone="good">{t("people.away.productive.badge")}</Badge>}
  </span>
);

function Examples() {
  const [isPending, setPending] = useState(false);
  const add = async () => {
    setPending(true);
    for (const form of examples()) await addAwayState(form, crypto.randomUUID());
  };
  return <Button isPending={isPending} onPress={() => attempt(add().finally(() => setPending(false)))}>{t("people.away.examples")}</Button>;
}
