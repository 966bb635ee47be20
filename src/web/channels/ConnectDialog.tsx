import { useState } from "react";
import type { ChannelKind } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { navigate } from "../shell/router";
import { useForm } from "../shell/useForm";
import { Button, Callout, ChevronRightIcon, Dialog, TextField } from "../ui";
import { tell } from "./Health";
import { Help } from "./Help";
import { KindLogo } from "./KindLogo";
import { check, connect, kinds, kindText, valuesOf } from "./kinds";
import { SettingsFields } from "./SettingsFields";

/** Connects a channel: first which, then its form. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const items = useStore(kinds, (state) => state.items);
  const [kind, setKind] = useState<ChannelKind | null>(null);
  if (kind) return <KindForm kind={kind} onBack={() => setKind(null)} onClose={onClose} />;

  return (
    <Dialog isOpen onClose={onClose} size="lg" title={t("channels.connect")} lead={t("channels.connect.lead")}>
      <ul className="kind-list">
        {items.toSorted((a, b) => kindText(a, "name").localeCompare(kindText(b, "name"))).map((one) => (
          <li key={one.kind}>
            <button type="button" onClick={() => setKind(one)}>
              <KindLogo kind={one} size={40} />
              <span>
                <strong>{kindText(one, "name")}</strong>
                <span>{kindText(one, "description")}</span>
              </span>
              <ChevronRightIcon size={16} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function KindForm({ kind, onBack, onClose }: { kind: ChannelKind; onBack: () => void; onClose: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState(kindText(kind, "name"));
  const [values, setValues] = useState(() => valuesOf(kind));
  const { isPending, error, submit } = useForm(async () => {
    const { id } = await connect({ kind: kind.kind, name, settings: values }, key);
    const answer = await check(id);
    onClose();
    navigate(`/settings/channels/${id}`);
    if (answer.works !== null) tell(answer, kind);
  });

  return (
    <Dialog isOpen onClose={onClose} isKeptOpen size="lg" title={kindText(kind, "name")} lead={kindText(kind, "description")} actions={<>
      <Button variant="ghost" onPress={onBack}>{t("channels.back")}</Button>
      <Button variant="primary" type="submit" form="connect" isPending={isPending}>{t("channels.connect.action")}</Button>
    </>}>
      <form id="connect" className="form-stack" onSubmit={submit}>
        {error && <Callout tone="bad">{error}</Callout>}
        <details className="help-fold" open>
          <summary>{t("channels.help")}</summary>
          <Help text={kindText(kind, "help")} />
        </details>
        <TextField label={t("channels.name")} hint={t("channels.name.hint")} value={name} onChange={setName} isRequired maxLength={255} autoComplete="off" />
        <SettingsFields kind={kind} values={values} onChange={setValues} />
      </form>
    </Dialog>
  );
}
