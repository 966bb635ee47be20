import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { BroadcastPreview } from "../api/types";
import { t } from "../i18n";
import { Callout, Skeleton, TextField } from "../ui";
import { RadioCards } from "../ui/RadioCards";
import { previewBroadcast } from "./broadcasts";
import { type Draft, requestOf } from "./draft";
import { LeftOut } from "./LeftOut";

const perMinute = 60;

interface StepProps { draft: Draft; onChange: (part: Partial<Draft>) => void; onCounted: (reached: number | null) => void }

/** Everything before it leaves: to how many, how the first messages read, who is left out and why; and when. */
export function CheckStep({ draft, onChange, onCounted }: StepProps) {
  const [preview, setPreview] = useState<BroadcastPreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const asked = JSON.stringify({ ...requestOf(draft), startAt: null });
  useEffect(() => {
    let isWanted = true;
    onCounted(null);
    previewBroadcast(JSON.parse(asked) as ReturnType<typeof requestOf>).then(
      (found) => isWanted && (setPreview(found), onCounted(found.reached)),
      (error: unknown) => isWanted && setFailure(errorText(error)),
    );
    return () => void (isWanted = false);
  }, [asked]);

  if (failure) return <Callout tone="bad">{failure}</Callout>;
  if (!preview) return <Skeleton height={220} />;
  return (
    <div className="form-stack">
      <p className="broadcast-reached" role="status">
        <strong>{t("broadcasts.check.reached", { count: preview.reached })}</strong>
        {preview.reached > perMinute && <span>{t("broadcasts.check.duration", { count: Math.ceil(preview.reached / perMinute) })}</span>}
      </p>
      {preview.messages.length > 0 && (
        <section aria-label={t("broadcasts.check.messages")}>
          <p className="field-label">{t("broadcasts.check.messages")}</p>
          <ul className="broadcast-examples">
            {preview.messages.map((one) => <li key={one.address}><small>{[one.name, one.address].filter(Boolean).join(" · ")}</small><div className="bubble broadcast-bubble"><p className="words">{one.text}</p></div></li>)}
          </ul>
        </section>
      )}
      <Unreached preview={preview} />
      <RadioCards
        label={t("broadcasts.when")} value={draft.isLater ? "later" : "now"} onChange={(id) => onChange({ isLater: id === "later" })}
        choices={(["now", "later"] as const).map((id) => ({ id, title: t(`broadcasts.when.${id}`), text: t(`broadcasts.when.${id}.text`) }))}
      />
      {draft.isLater && <TextField type="datetime-local" label={t("broadcasts.when.at")} hint={t("broadcasts.when.zone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })} value={draft.startAt} onChange={(startAt) => onChange({ startAt })} />}
    </div>
  );
}

/** Who gets nothing; lines of a list with their number. */
function Unreached({ preview }: { preview: BroadcastPreview }) {
  if (preview.leftOut.length === 0) return <Callout tone="good">{t("broadcasts.check.nobodyLeftOut")}</Callout>;
  return (
    <LeftOut counts={preview.leftOut} isOpen={preview.reached === 0 || preview.people.some((one) => one.line)}>
      {preview.people.length > 0 && (
        <ul className="broadcast-people">
          {preview.people.map((one, at) => <li key={at}><span>{[one.line && t("broadcasts.lines.line", { line: one.line }), one.name, one.address].filter(Boolean).join(" · ")}</span> <small>{t(`broadcasts.reason.${one.reason}`)}</small></li>)}
        </ul>
      )}
    </LeftOut>
  );
}
