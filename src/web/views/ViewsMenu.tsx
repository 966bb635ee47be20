import { Suspense, useEffect, useState } from "react";
import type { SavedView } from "../api/types";
import { panelProps, panels } from "../conversations/panels";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { type Command, useCommands } from "../shell/commands";
import { directory } from "../shell/directory";
import { withTexts } from "../shell/page";
import { navigate } from "../shell/router";
import { Button, ChevronDownIcon, EditIcon, InboxIcon, Menu, PlusIcon } from "../ui";
import { addressOfView, fetchViews, queryOf, views } from "./views";
import "./views.css";

const SaveDialog = withTexts<DialogProps>(() => import("./SaveDialog"));
const ViewsDialog = withTexts<{ onClose: () => void }>(() => import("./ViewsDialog"));

interface DialogProps { query: string; onClose: () => void }

const none: SavedView[] = [];

/** Which queue is shown, by its name; behind it all that were saved. */
export default function ViewsMenu({ address }: { address: string }) {
  const items = useStore(views, (state) => state.items) ?? none;
  const teams = useStore(directory, (state) => state.teams);
  const open = useStore(panels, (state) => state.open);
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  useEffect(() => void fetchViews().catch(() => {}), []);
  useCommands(viewCommands);

  const query = queryOf(address);
  const shown = items.find((one) => one.query === query);
  const entry = (view: SavedView) => ({ id: view.id, label: view.name, isChecked: view === shown, onAction: () => navigate(addressOfView(view)) });
  const ofTeams = [...Map.groupBy(items.filter((one) => one.teamId), (one) => one.teamId!)];
  return (
    <>
      <Menu
        {...panelProps(open, "views")}
        label={t("views.title")}
        trigger={<Button variant="ghost" aria-label={t("views.open", { name: shown?.name ?? t("shell.inbox") })}><span className="view-name"><span className="truncate">{shown?.name ?? t("shell.inbox")}</span><ChevronDownIcon size={15} /></span></Button>}
        groups={[
          { id: "all", entries: [{ id: "inbox", label: t("shell.inbox"), icon: InboxIcon, isChecked: query === "", onAction: () => navigate("/inbox") }] },
          { id: "mine", title: t("views.mine"), entries: items.filter((one) => !one.teamId).map(entry) },
          ...ofTeams.map(([teamId, list]) => ({ id: teamId, title: teams[teamId]?.name ?? t("views.team"), entries: list.map(entry) })),
          { id: "acts", entries: [
            ...(shown || query === "" ? [] : [{ id: "save", label: t("views.save"), icon: PlusIcon, onAction: () => setDialog("save") }]),
            ...(items.length > 0 ? [{ id: "manage", label: t("views.manage"), icon: EditIcon, onAction: () => setDialog("manage") }] : []),
          ] },
        ]}
      />
      <Suspense>
        {dialog === "save" && <SaveDialog query={query} onClose={() => setDialog(null)} />}
        {dialog === "manage" && <ViewsDialog onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  );
}

/** Every view by its name in the command bar. */
const viewCommands = (): Command[] =>
  (views.get().items ?? none).map((view) => ({ id: `view-${view.id}`, group: t("views.title"), label: view.name, icon: InboxIcon, run: () => navigate(addressOfView(view)) }));
