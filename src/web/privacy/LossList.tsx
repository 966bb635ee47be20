import type { Losses } from "../api/types";
import { t } from "../i18n";

const parts = ["conversations", "messages", "files", "notes", "attributes", "identities", "merges"] as const;

/** What goes with a contact, or went: "3 conversations", "40 messages"… */
export const lossesIn = (losses: Losses) => parts.filter((part) => losses[part] > 0).map((part) => t(`privacy.loss.${part}`, { count: losses[part] }));

export const LossList = ({ losses }: { losses: Losses }) => (
  <ul className="loss-list">{lossesIn(losses).map((text) => <li key={text}>{text}</li>)}</ul>
);
