import { useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { Explanation, Named } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { Badge, Skeleton } from "../ui";
import { Candidates } from "./Candidates";
import { heldClause } from "./sentence";
import "./WhyHere.css";

const names = (all: Named[]) => all.map((one) => one.name).join(", ");

/** Why a conversation is where it is, as it was decided: which rules matched, for which teams, how urgent, and who could be given it. */
export default function WhyHere({ conversationId, version }: { conversationId: string; version: number }) {
  const [shown, setShown] = useState<Explanation | string | null>(null);
  useEffect(() => void api.get(`/conversations/${conversationId}/explanation`).then(setShown, (error: unknown) => setShown(errorText(error))), [conversationId, version]);
  if (!shown) return <div className="why-here" aria-busy="true"><Skeleton width={220} /><Skeleton width={160} /></div>;
  if (typeof shown === "string") return <p className="why-here">{shown}</p>;
  const { routing, routedAt, assignment } = shown;
  return (
    <div className="why-here">
      <h3>{t("routing.why")}</h3>
      {routing ? <Routing routing={routing} routedAt={routedAt} /> : <p>{t("routing.why.noRules")}</p>}
      {assignment && <Candidates choice={assignment} />}
    </div>
  );
}

function Routing({ routing, routedAt }: { routing: NonNullable<Explanation["routing"]>; routedAt: string | null }) {
  return (
    <>
      <p>{routing.source === "everyone" ? t("routing.why.everyone") : t(`routing.why.${routing.source}`, { teams: names(routing.teams) })}</p>
      {routing.skillSets.map((set) => (
        <section key={set.id}>
          <h4>{set.name}</h4>
          <ul>{set.because.map((rule, at) => <li key={at}>{heldClause(rule)}</li>)}</ul>
          {set.teamsWithoutChannel.length > 0 && <p className="why-aside">{t("routing.why.withoutChannel", { teams: names(set.teamsWithoutChannel) })}</p>}
        </section>
      ))}
      {routing.skillSets.length === 0 && routing.source === "fallback" && <p className="why-aside">{t("routing.why.noMatch")}</p>}
      <h4>{t("routing.priority.of", { priority: routing.score })}</h4>
      {routing.priorities.length === 0 ? <p className="why-aside">{t("routing.why.notUrgent")}</p> : (
        <ul className="why-weights">{routing.priorities.map((one) => <li key={one.kind + one.id}><span>{t(`routing.why.${one.kind}`, { name: one.name })}</span><Badge tone="accent">+ {one.weight}</Badge></li>)}</ul>
      )}
      {routedAt && <p className="why-aside">{t("routing.why.at", { at: momentOf(new Date(routedAt)) })}</p>}
    </>
  );
}
