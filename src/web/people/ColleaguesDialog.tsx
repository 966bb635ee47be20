import { api, errorText } from "../api/client";
import type { Member } from "../api/types";
import { t } from "../i18n";
import { presence } from "../live/presence";
import { useStore } from "../live/store";
import { chosenAwayStates, directory } from "../shell/directory";
import { useMay, useSession } from "../shell/session";
import { Avatar, Dialog, IconButton, Menu, MoreIcon, PresenceDot, toast } from "../ui";
import { AwayMark } from "./AwayMark";
import { byName } from "./colleagues";
import "./people.css";

const rank = { available: 0, away: 1, offline: 2 };

/** Who is here and in which status; a supervisor changes it for them. */
export default function ColleaguesDialog({ onClose }: { onClose: () => void }) {
  const me = useSession().member;
  const members = byName(useStore(directory, (state) => state.members)).filter((one) => one.status === "active" && one.id !== me.id);
  const here = useStore(presence, (state) => state.members);
  const stateOf = (member: Member) => here[member.id] ?? "offline";
  const sorted = members.toSorted((a, b) => rank[stateOf(a)] - rank[stateOf(b)]);
  return (
    <Dialog isOpen onClose={onClose} title={t("people.colleagues")} lead={members.length === 0 ? t("people.colleagues.alone") : t("people.colleagues.lead")}>
      <ul className="colleagues">{sorted.map((member) => <Colleague key={member.id} member={member} here={stateOf(member)} />)}</ul>
    </Dialog>
  );
}

function Colleague({ member, here }: { member: Member; here: "available" | "away" | "offline" }) {
  const may = useMay();
  const states = useStore(directory, (state) => state.awayStates);
  const stateId = useStore(presence, (state) => state.awayStates[member.id]);
  const state = stateId ? states[stateId] : undefined;
  const status = here === "offline" ? t("people.colleagues.offline") : state?.name ?? t(`shell.availability.${here}`);
  return (
    <li>
      <span className="person">
        <Avatar name={member.name} size={36} presence={here} />
        <span><strong>{member.name}</strong><small>{status}</small></span>
      </span>
      {state && <AwayMark state={state} />}
      {may("supervise") && <ChangeStatus member={member} />}
    </li>
  );
}

function ChangeStatus({ member }: { member: Member }) {
  const states = chosenAwayStates(useStore(directory, (state) => state.awayStates));
  const declare = (availability: "available" | "away", status: string, awayStateId: string | null = null) =>
    void api.put(`/members/${member.id}/availability`, { availability, awayStateId })
      .then(() => toast(t("people.colleagues.changed", { name: member.name, status }), { tone: "good" }))
      .catch((error: unknown) => toast(errorText(error), { tone: "bad" }));
  return (
    <Menu
      label={t("people.colleagues.change", { name: member.name })} placement="bottom end"
      trigger={<IconButton icon={MoreIcon} size="sm" label={t("people.colleagues.change", { name: member.name })} />}
      groups={[{ id: "status", title: t("people.colleagues.change", { name: member.name }), entries: [
        ...(["available", "away"] as const).map((one) => ({
          id: one, label: t(`shell.availability.${one}`), figure: <span className="status-figure"><PresenceDot presence={one} /></span>,
          onAction: () => declare(one, t(`shell.availability.${one}`)),
        })),
        ...states.map((state) => ({ id: state.id, label: state.name, figure: <AwayMark state={state} />, onAction: () => declare("away", state.name, state.id) })),
      ] }]}
    />
  );
}
