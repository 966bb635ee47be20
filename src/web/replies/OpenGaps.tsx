import { select } from "../conversations/caret";
import { openGaps } from "../conversations/placeholders";
import { t } from "../i18n";
import { AlertIcon } from "../ui";
import "./replies.css";

/** What must still be filled in before the answer may leave: a click selects it in the text. */
export default function OpenGaps({ text }: { text: string }) {
  const gaps = [...new Set(openGaps(text))];
  const show = (gap: string) => select(text.indexOf(gap), text.indexOf(gap) + gap.length);
  return (
    <div className="open-gaps" role="status">
      <AlertIcon size={15} />
      <span>{t("replies.gaps")}</span>
      {gaps.map((gap) => <button key={gap} type="button" onClick={() => show(gap)}><mark className="gap">{gap.slice(2, -2).trim()}</mark></button>)}
    </div>
  );
}
