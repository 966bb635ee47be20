import type { Choice } from "../api/types";
import { t } from "../i18n";
import { momentOf } from "../i18n/format";
import { Badge } from "../ui";

/** The server shows no more of them. */
const most = 20;

/** Who was a candidate for automatic assignment, and who was not and why. */
export function Candidates({ choice }: { choice: Choice }) {
  const { at, memberId, reason, crews, agents } = choice;
  const name = agents.find((one) => one.memberId === memberId)?.name ?? "";
  return (
    <section>
      <h4>{t("routing.why.assignment")}</h4>
      <p>{t(at ? `routing.why.given.${reason}` : agents.some((one) => one.standing === "free") ? "routing.why.given.soon" : "routing.why.given.nobody", { name })}</p>
      <ul className="why-weights">
        {agents.map((one) => (
          <li key={one.memberId}>
            <span>{one.name}</span>
            <Badge tone={one.memberId === memberId ? "accent" : one.standing === "free" ? "good" : "neutral"}>{t(`routing.why.standing.${one.standing}`, { load: one.load, limit: one.limit })}</Badge>
          </li>
        ))}
      </ul>
      {agents.length === most && <p className="why-aside">{t("routing.why.firstOnly", { count: most })}</p>}
      <p className="why-aside">{t(crews.length > 1 ? "routing.why.crews" : "routing.why.crew", { teams: crews.map((crew) => crew.name).join(", ") })}</p>
      <p className="why-aside">{at ? t("routing.why.at", { at: momentOf(new Date(at)) }) : t("routing.why.now")}</p>
    </section>
  );
}
