import { t } from "../i18n";
import { useStore } from "../live/store";
import { Dialog, Keys } from "../ui";
import { allCommands, type Command, commands, openOverlay } from "./commands";
import "./CommandBar.css";

const grouped = (all: readonly Command[]) => Map.groupBy(all.filter((one) => one.keys), (one) => one.group);

/** Every key that does something on this page. */
export function KeysSheet() {
  const overlay = useStore(commands, (state) => state.overlay);
  return (
    <Dialog isOpen={overlay === "keys"} onClose={() => openOverlay(null)} title={t("shell.keys")} size="lg">
      <div className="keys-sheet">
        {[...grouped(allCommands())].map(([group, list]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {list.map((one) => <li key={one.id}><span>{one.label}</span><Keys keys={one.keys!.split("|")[0]!} /></li>)}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
