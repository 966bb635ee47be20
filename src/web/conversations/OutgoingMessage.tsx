import { errorText } from "../api/client";
import { t } from "../i18n";
import { Button, ClockIcon, NoteIcon } from "../ui";
import { type Outgoing, discard, takeBack, tryAgain } from "./outgoing";
import { Words } from "./Words";

/** A message that this screen has sent and the server has not answered yet, or has refused. */
export function OutgoingMessage({ item }: { item: Outgoing }) {
  const words = item.text || item.template?.preview || item.files.map((one) => one.file.name).join(", ");
  const state = item.error ? <Refused item={item} /> : <footer className="message-foot"><span className="delivery" data-status="sending"><ClockIcon size={15} />{t("conversations.delivery.sending")}</span></footer>;
  if (item.mode === "note") return <article className="note"><header><NoteIcon size={15} /><strong>{t("conversations.you")}</strong></header><Words text={words} />{item.error ? state : null}</article>;
  return (
    <article className="message" data-side="out" data-starts data-ends>
      <div className="message-body">
        <div className="message-line"><div className="bubble" data-waiting={!item.error || undefined}><Words text={words} /></div></div>
        {state}
      </div>
    </article>
  );
}

function Refused({ item }: { item: Outgoing }) {
  return (
    <div className="trouble" data-status="failed" role="alert">
      <div><strong>{t("conversations.refused")}</strong><p>{errorText(item.error)}</p></div>
      <Button size="sm" onPress={() => tryAgain(item)}>{t("shell.unreachable.retry")}</Button>
      {item.text ? <Button size="sm" variant="ghost" onPress={() => takeBack(item)}>{t("conversations.refused.edit")}</Button> : <Button size="sm" variant="ghost" onPress={() => discard(item.clientId)}>{t("conversations.refused.discard")}</Button>}
    </div>
  );
}
