import { useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { AutoClear } from "../api/types";
import { t } from "../i18n";
import "./privacy.css";
import { Callout, Page, Section, Select, Skeleton, toast } from "../ui";

const options: readonly AutoClear[] = ["never", "atOnce", "oneHour", "oneDay", "sevenDays", "thirtyDays", "ninetyDays", "halfAYear", "oneYear"];
const rules = ["resolved", "reopened", "several", "all", "kept", "again"] as const;

/** After how long what is known of a contact goes by itself. */
export default function AutoClearPage() {
  const [option, setOption] = useState<AutoClear | null>(null);
  useEffect(() => void api.get("/auto-clear").then((kept) => setOption(kept.option)).catch(complain), []);

  const choose = async (next: AutoClear) => {
    setOption(next);
    try {
      await api.put("/auto-clear", { option: next });
      toast(t("privacy.clear.saved"), { tone: "good" });
    } catch (error) {
      setOption(option);
      complain(error);
    }
  };

  return (
    <Page title={t("privacy.clear")} lead={t("privacy.clear.lead")}>
      {!option ? <Skeleton height={64} /> : (
        <>
          <Select label={t("privacy.clear.choose")} value={option} onChange={(next) => void choose(next)} choices={options.map((id) => ({ id, label: t(`privacy.clear.${id}`) }))} />
          {option !== "never" && <Callout tone="warn">{t("privacy.clear.warning")}</Callout>}
          <Section title={t("privacy.clear.how")}>
            <ul className="clear-rules">{rules.map((rule) => <li key={rule}>{t(`privacy.clear.rule.${rule}`)}</li>)}</ul>
          </Section>
        </>
      )}
    </Page>
  );
}

const complain = (error: unknown) => toast(errorText(error), { tone: "bad" });
