import { useEffect, useState } from "react";
import { errorText } from "../../api/client";
import type { AgentDelivery } from "../../api/types";
import { t } from "../../i18n";
import { momentOf } from "../../i18n/format";
import { Badge, Button, IconButton, RefreshIcon, Section, toast, type Tone } from "../../ui";
import { fetchDeliveries, readable, repeatDelivery } from "./agents";
import { Exchange } from "./Exchange";
import { problemText } from "./TestBench";

const tones: Record<AgentDelivery["state"], Tone> = { waiting: "neutral", sending: "neutral", delivered: "good", failed: "bad", dropped: "neutral" };

/** What the program was told lately, and what it answered. */
export function Deliveries({ agentId }: { agentId: string }) {
  const [items, setItems] = useState<readonly AgentDelivery[] | null>(null);
  const load = () => fetchDeliveries(agentId).then((answer) => setItems(answer.items)).catch((error: unknown) => void toast(errorText(error), { tone: "bad" }));
  useEffect(() => void load(), [agentId]);
  const repeat = (one: AgentDelivery) => repeatDelivery(agentId, one.id).then(() => toast(t("agents.repeat.done"), { tone: "good" })).catch((error: unknown) => void toast(errorText(error), { tone: "bad" })).then(load);
  return (
    <Section title={t("agents.deliveries")} lead={t("agents.deliveries.lead")} actions={<IconButton size="sm" icon={RefreshIcon} label={t("agents.deliveries.reload")} onPress={() => void load()} />}>
      {items?.length === 0 && <p className="field-hint">{t("agents.deliveries.none")}</p>}
      <ul className="agent-deliveries">
        {items?.map((one) => (
          <li key={one.id}>
            <p className="agent-verdict">
              <Badge tone={tones[one.state]}>{t(`agents.state.${one.state}`)}</Badge>
              <code>{one.type}</code>
              <time dateTime={one.at}>{momentOf(new Date(one.at))}</time>
            </p>
            <p className="field-hint">{factsOf(one)}</p>
            {one.request && <Exchange request={readable(one.request)} answer={readable(one.answer)} />}
            {one.state !== "waiting" && one.state !== "sending" && <Button size="sm" variant="ghost" icon={RefreshIcon} onPress={() => void repeat(one)}>{t("agents.repeat")}</Button>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const factsOf = (one: AgentDelivery) => [
  one.number != null && t("agents.delivery.number", { number: String(one.number) }),
  one.status != null && `HTTP ${one.status}`,
  one.milliseconds != null && t("agents.test.time", { count: one.milliseconds }),
  one.attempts > 1 && t("agents.delivery.attempts", { count: one.attempts }),
  one.problem && problemText(one.problem),
].filter(Boolean).join(" · ");
