import type { AutomationTrouble } from "../api/types";
import { t } from "../i18n";
import { AlertIcon } from "../ui";

/** What keeps an automation from doing all it says, one sentence each. */
export function Troubles({ troubles }: { troubles: readonly AutomationTrouble[] }) {
  if (troubles.length === 0) return null;
  return (
    <ul className="automation-troubles">
      {troubles.map(({ kind, name }) => <li key={`${kind} ${name}`}><AlertIcon size={14} /> {t(`automations.trouble.${kind}`, { name: name ?? "" })}</li>)}
    </ul>
  );
}
