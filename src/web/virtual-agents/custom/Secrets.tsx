import { useState } from "react";
import { errorText } from "../../api/client";
import type { AgentSecret, CustomAgentDetail } from "../../api/types";
import { t } from "../../i18n";
import { momentOf } from "../../i18n/format";
import { Button, Confirm, CopyField, RefreshIcon, Section, toast } from "../../ui";
import { replaceSecret } from "./agents";

interface SecretsProps { detail: CustomAgentDetail; onChange: (detail: CustomAgentDetail) => void }

/** What the program must know, each with its copy button; a secret that was replaced counts for a day more. */
export function Secrets({ detail, onChange }: SecretsProps) {
  const [asked, setAsked] = useState<"signing" | "token" | null>(null);
  const replace = (which: "signing" | "token") => replaceSecret(detail.agent.id, which).then(onChange).catch((error: unknown) => void toast(errorText(error), { tone: "bad" }));
  return (
    <Section title={t("agents.connection")} lead={t("agents.connection.lead")}>
      <Secret label={t("agents.secret.signing")} secret={detail.signing} replace={t("agents.secret.signing.replace")} onReplace={() => setAsked("signing")} />
      <Secret label={t("agents.secret.token")} secret={detail.token} replace={t("agents.secret.token.replace")} onReplace={() => setAsked("token")} />
      <CopyField label={t("agents.apiUrl")} value={detail.apiUrl} />
      {asked && (
        <Confirm
          isOpen onClose={() => setAsked(null)} title={t(`agents.secret.${asked}.replace`)} text={t("agents.secret.replace.text")}
          action={t("agents.secret.replace.action")} onConfirm={() => replace(asked)}
        />
      )}
    </Section>
  );
}

function Secret({ label, secret, replace, onReplace }: { label: string; secret: AgentSecret; replace: string; onReplace: () => void }) {
  return (
    <div className="agent-secret">
      <CopyField label={label} value={secret.value} />
      <p>
        <Button size="sm" variant="ghost" icon={RefreshIcon} onPress={onReplace}>{replace}</Button>
        {secret.formerUntil && <span className="field-hint">{t("agents.secret.former", { at: momentOf(new Date(secret.formerUntil)) })}</span>}
      </p>
    </div>
  );
}
