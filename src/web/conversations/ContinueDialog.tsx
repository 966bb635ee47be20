import { useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { ConversationRow, Place } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { askedOf, isReady, plainEnding } from "../resolve-reasons/asked";
import { endingOf, ReasonChoice } from "../resolve-reasons/ReasonChoice";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { Button, Callout, Checkbox, Dialog, EmptyState, RouteIcon, SendIcon, Skeleton, TextField, toast } from "../ui";
import "./ContinueDialog.css";
import { draftOf, drafts, write } from "./drafts";
import { openPanel } from "./panels";
import { goTo } from "./place";
import { openGaps } from "./placeholders";
import { PlaceList } from "./PlaceList";
import { TemplateChoice, type FilledTemplate } from "./TemplateChoice";

const longestHow = 500;

function usePlaces(conversationId: string) {
  const [loaded, setLoaded] = useState<{ places: Place[] | null; error: unknown }>({ places: null, error: null });
  useEffect(() => {
    api.get(`/conversations/${conversationId}/places`)
      .then(({ items }) => setLoaded({ places: items, error: null }))
      .catch((error: unknown) => setLoaded({ places: null, error }));
  }, [conversationId]);
  return loaded;
}

/** Goes on with the customer on another channel: where to, what to say there, and whether it is over here. */
export default function ContinueDialog({ row }: { row: ConversationRow }) {
  const { places, error } = usePlaces(row.id);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const place = places?.find((one) => one.channelId === chosenId) ?? places?.find((one) => !one.obstacle) ?? null;
  const close = () => openPanel(null);
  return place && !place.obstacle
    ? <ContinueForm row={row} places={places ?? []} place={place} onChoose={setChosenId} onClose={close} />
    : (
      <Dialog isOpen onClose={close} size="lg" title={t("conversations.continue.title")} lead={t("conversations.continue.lead", { name: row.contact.name })}>
        {error ? <Callout tone="bad">{errorText(error)}</Callout>
          : !places ? <><Skeleton height={54} /><Skeleton height={54} /></>
          : places.length === 0 ? <EmptyState icon={RouteIcon} title={t("conversations.continue.none.title")} text={t("conversations.continue.none.text", { name: row.contact.name })} />
          : <><Callout tone="warn">{t("conversations.continue.closed")}</Callout><PlaceList places={places} value={null} onChange={setChosenId} /></>}
      </Dialog>
    );
}

interface FormProps { row: ConversationRow; places: Place[]; place: Place; onChoose: (channelId: string) => void; onClose: () => void }

function ContinueForm({ row, places, place, onChoose, onClose }: FormProps) {
  const drafted = useState(() => draftOf(drafts.get(), row.id).reply)[0];
  const clientId = useState(() => crypto.randomUUID())[0];
  const [text, setText] = useState(drafted);
  const [filled, setFilled] = useState<FilledTemplate | null>(null);
  const [consent, setConsent] = useState("");
  const { then, ending, isEndable, setThen, setEnding, asked } = useEnding(row);
  const channel = useStore(directory, (state) => state.channels[place.channelId]);
  const longest = channel?.capabilities.text.max ?? Infinity;
  const isSaid = place.needsTemplate ? filled?.isReady === true : text.trim() !== "" && text.length <= longest && openGaps(text).length === 0;
  const ready = isSaid && (!place.needsConsent || consent.trim() !== "") && (!then || isEndable);
  const { isPending, error, submit } = useForm(async () => {
    const message = await api.post(`/conversations/${row.id}/continuations`, {
      clientId,
      channelId: place.channelId,
      text: place.needsTemplate ? null : text,
      template: place.needsTemplate && filled ? { name: filled.template.name, language: filled.template.language, variables: filled.values } : null,
      savedReplyIds: [],
      consent: place.needsConsent ? consent : null,
      ending: then ? endingOf(ending) : null,
    });
    if (drafted && !place.needsTemplate) write(row.id, "reply", "");
    onClose();
    goTo(message.conversationId);
    toast(t("conversations.continue.done", { channel: channel?.name ?? "…" }), { tone: "good", action: { label: t("conversations.continue.back"), onAction: () => goTo(row.id) } });
  });

  return (
    <Dialog isOpen isKeptOpen onClose={onClose} size="lg" title={t("conversations.continue.title")} lead={t("conversations.continue.lead", { name: row.contact.name })} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" icon={SendIcon} isDisabled={!ready} isPending={isPending} onPress={() => submit()}>{t("conversations.continue.send", { channel: channel?.name ?? "…" })}</Button>
    </>}>
      <form className="continue" onSubmit={submit} onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && ready && submit()}>
        {error && <Callout tone="bad">{error}</Callout>}
        <PlaceList places={places} value={place.channelId} onChange={onChoose} />
        {place.needsTemplate
          ? <TemplateChoice key={place.channelId} channelId={place.channelId} firstName={row.contact.name.split(" ")[0]!} onChange={setFilled} />
          : <TextField
              multiline rows={5} label={t("conversations.continue.text")} value={text} onChange={setText} autoFocus
              error={text.length > longest ? t("errors.message.too_long", { limit: longest, length: text.length }) : openGaps(text).length > 0 ? t("errors.message.placeholder_open", { placeholders: openGaps(text).join(", ") }) : null}
            />}
        {place.needsConsent && (
          <TextField
            label={t("conversations.continue.consent")} hint={t("conversations.continue.consent.hint", { channel: channel?.name ?? "…" })} placeholder={t("conversations.continue.consent.example")}
            value={consent} onChange={setConsent} maxLength={longestHow} isRequired
          />
        )}
        {row.state !== "resolved" && <Checkbox label={t("conversations.continue.resolve")} hint={asked.topic && then ? t("conversations.continue.topicFirst") : t("conversations.continue.resolve.hint")} isOn={then} onChange={setThen} />}
        {then && asked.reason && <ReasonChoice ending={ending} onChange={setEnding} autoFocus />}
      </form>
    </Dialog>
  );
}

/** Whether it is over here with that, and why, where the settings ask for it. */
function useEnding(row: ConversationRow) {
  const [then, setThen] = useState(false);
  const [ending, setEnding] = useState(plainEnding);
  const asked = askedOf(row, useStore(directory, (state) => state.resolveScopes));
  const reason = useStore(directory, (state) => (ending.reasonId ? state.resolveReasons[ending.reasonId] : undefined));
  return { then, ending, asked, setThen, setEnding, isEndable: !asked.topic && isReady(ending, asked.reason, reason) };
}
