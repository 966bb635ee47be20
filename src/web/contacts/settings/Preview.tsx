import { useEffect, useState } from "react";
import { errorText } from "../../api/client";
import type { GroupPreview, GroupRule } from "../../api/types";
import { t } from "../../i18n";
import { isComplete, previewGroup } from "./groups";

const pauseMs = 300;

/** Who would belong to the group as it stands: asked again a moment after the last change. */
export function Preview({ match, rules }: { match: "all" | "any"; rules: GroupRule[] }) {
  const [answer, setAnswer] = useState<GroupPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const asked = rules.every(isComplete) ? JSON.stringify({ match, rules }) : null;

  useEffect(() => {
    setRefusal(null);
    if (!asked) return setAnswer(null);
    let isStale = false;
    const timer = setTimeout(() => {
      previewGroup(JSON.parse(asked) as { match: "all" | "any"; rules: GroupRule[] })
        .then((next) => !isStale && setAnswer(next))
        .catch((error: unknown) => !isStale && (setAnswer(null), setRefusal(errorText(error))));
    }, pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [asked]);

  return (
    <p className="group-preview" role="status" data-bad={refusal ? "" : undefined}>
      {refusal ?? (!asked ? t("contactSettings.preview.incomplete") : !answer ? t("contactSettings.counting") : <Words answer={answer} />)}
    </p>
  );
}

function Words({ answer }: { answer: GroupPreview }) {
  const names = answer.examples.map((one) => one.name);
  return (
    <>
      <strong>{t(answer.looked < answer.total ? "contactSettings.preview.newest" : "contactSettings.preview.of", { count: answer.matched, looked: answer.looked, total: answer.total })}</strong>
      {names.length > 0 && <span className="group-preview-names truncate">{names.join(", ")}{answer.matched > names.length ? "…" : ""}</span>}
    </>
  );
}
