import { type KeyboardEvent, useRef } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { TextField } from "../ui";
import { type Ending, inOrder, isOffered } from "./asked";
import "./ReasonChoice.css";

/** The reasons in use: a digit or the arrows choose one, and some of them take a comment. */
export function ReasonChoice({ ending, onChange, autoFocus }: { ending: Ending; onChange: (ending: Ending) => void; autoFocus?: boolean }) {
  const reasons = inOrder(useStore(directory, (state) => state.resolveReasons)).filter(isOffered);
  const list = useRef<HTMLFieldSetElement>(null);
  const chosen = reasons.find((one) => one.id === ending.reasonId);
  const choose = (reasonId: string) => onChange({ reasonId, comment: ending.comment });
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) return submitByEnter(event, event.target);
    const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
    if (!reason || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(reason.id);
    list.current?.querySelector<HTMLInputElement>(`[value="${reason.id}"]`)?.focus();
  };
  return (
    <div className="reason-choice" onKeyDown={press}>
      <fieldset ref={list}>
        <legend>{t("resolveReasons.choose")}</legend>
        {reasons.map((reason, at) => (
          <label key={reason.id}>
            <input type="radio" name="reason" value={reason.id} checked={reason.id === ending.reasonId} autoFocus={autoFocus && at === 0} onChange={() => choose(reason.id)} />
            <span>{reason.name}</span>
            {at < 9 && <kbd aria-hidden="true">{at + 1}</kbd>}
          </label>
        ))}
      </fieldset>
      {chosen && chosen.comment !== "off" && (
        <TextField
          multiline rows={2} maxLength={1000} label={t(chosen.comment === "required" ? "resolveReasons.comment" : "resolveReasons.comment.optional")}
          autoFocus={chosen.comment === "required"} value={ending.comment ?? ""} onChange={(comment) => onChange({ ...ending, comment })}
        />
      )}
    </div>
  );
}

function submitByEnter(event: KeyboardEvent, field: HTMLTextAreaElement) {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  field.form?.requestSubmit();
}

/** What goes to the server: a comment only where the chosen reason takes one. */
export const endingOf = ({ reasonId, comment }: Ending): Ending => {
  const rule = reasonId ? directory.get().resolveReasons[reasonId]?.comment : "optional";
  return { reasonId, comment: rule === "off" ? null : comment?.trim() || null };
};
