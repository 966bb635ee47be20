import { Button as PlainButton } from "react-aria-components/Button";
import { api } from "../api/client";
import type { AbsenceNotice } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { navigate } from "../shell/router";
import { Avatar, Badge, Button, Dialog } from "../ui";
import "./AbsenceDialog.css";

/** What happened to one's conversations while one was away. Reading it ends it. */
export default function AbsenceDialog({ notices, onClose }: { notices: readonly AbsenceNotice[]; onClose: () => void }) {
  const read = () => {
    void api.delete("/session/absence").catch(() => {});
    onClose();
  };
  return (
    <Dialog isOpen onClose={read} title={t("assignment.absence.title")} actions={<Button variant="primary" onPress={read}>{t("assignment.absence.read")}</Button>}>
      <div className="absence">
        {(["assignedWhileAway", "takenWhileAway"] as const).map((kind) => <Part key={kind} kind={kind} notices={notices.filter((one) => one.kind === kind)} onOpen={read} />)}
      </div>
    </Dialog>
  );
}

function Part({ kind, notices, onOpen }: { kind: AbsenceNotice["kind"]; notices: AbsenceNotice[]; onOpen: () => void }) {
  const members = useStore(directory, (state) => state.members);
  if (notices.length === 0) return null;
  const open = (id: string) => {
    onOpen();
    navigate(`/inbox/${id}`);
  };
  const holder = (id: string | null) => (id ? t("assignment.absence.taken", { name: members[id]?.name ?? "…" }) : t("assignment.absence.free"));
  return (
    <section>
      <h3>{t(`assignment.absence.${kind}`)}</h3>
      <p>{t(`assignment.absence.${kind}.about`)}</p>
      <ul>
        {notices.map(({ conversation: row }) => (
          <li key={row.id}>
            <PlainButton onPress={() => open(row.id)}>
              <Avatar name={row.contact.name} url={row.contact.avatarUrl} size={32} />
              <span><strong>{row.contact.name}</strong><small>{row.preview?.text}</small></span>
              {kind === "takenWhileAway" && <Badge tone={row.assigneeId ? "neutral" : "accent"}>{holder(row.assigneeId)}</Badge>}
            </PlainButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
