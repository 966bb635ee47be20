import { useState } from "react";
import { errorText } from "../api/client";
import type { SavedView } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useMay } from "../shell/session";
import { Dialog, IconButton, TextField, toast, TrashIcon } from "../ui";
import { changeView, removeView, views } from "./views";

/** Renames and removes saved views: one's own, and those of teams where one supervises. */
export default function ViewsDialog({ onClose }: { onClose: () => void }) {
  const maySupervise = useMay()("supervise");
  const items = (useStore(views, (state) => state.items) ?? []).filter((one) => !one.teamId || maySupervise);
  return (
    <Dialog isOpen onClose={onClose} title={t("views.manage.title")} lead={items.length === 0 ? t("views.manage.none") : t("views.manage.lead")}>
      <ul className="view-list">{items.map((view) => <One key={view.id} view={view} />)}</ul>
    </Dialog>
  );
}

const attempt = (change: Promise<void>) => void change.catch((error: unknown) => toast(errorText(error), { tone: "bad" }));

function One({ view }: { view: SavedView }) {
  const [name, setName] = useState(view.name);
  const team = useStore(directory, (state) => (view.teamId ? state.teams[view.teamId]?.name : null));
  const rename = () => {
    if (name.trim() && name.trim() !== view.name) attempt(changeView(view.id, { name }));
    else setName(view.name);
  };
  return (
    <li>
      <TextField label={team ? t("views.for.team", { name: team }) : t("views.for.me")} value={name} onChange={setName} onBlur={rename} maxLength={60} />
      <IconButton icon={TrashIcon} label={t("views.remove", { name: view.name })} onPress={() => attempt(removeView(view.id))} />
    </li>
  );
}
