import { useMemo, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { ChevronRightIcon, Keys, SearchIcon } from "../ui";
import { allCommands, type Command, commands, openOverlay } from "./commands";
import { findCommands } from "./findCommands";
import "./CommandBar.css";

/** Everything one can do here, found by typing. */
export function CommandBar() {
  const overlay = useStore(commands, (state) => state.overlay);
  return (
    <ModalOverlay className="dialog-scrim command-scrim" isOpen={overlay === "bar"} onOpenChange={(open) => !open && openOverlay(null)} isDismissable>
      <Modal className="command-bar">
        <Dialog aria-label={t("shell.commands")} className="command-dialog"><Search /></Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Search() {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const offers = useStore(commands, (state) => state.offers);
  const all = useMemo(allCommands, [offers]);
  const shown = findCommands(all, typed);
  const run = (command: Command | undefined) => {
    if (!command) return;
    openOverlay(null);
    // The bar gives the focus back first; only then may the command move it.
    setTimeout(command.run, 60);
  };
  const move = (step: number) => setAt((was) => (shown.length ? (was + step + shown.length) % shown.length : 0));
  const keys: Record<string, () => void> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => run(shown[at]) };

  return (
    <>
      <div className="command-search">
        <SearchIcon />
        <input
          autoFocus role="combobox" aria-expanded="true" aria-controls="command-list" aria-activedescendant={shown[at] && `command-${shown[at].id}`}
          aria-label={t("shell.commands")} placeholder={t("shell.commands.placeholder")} value={typed}
          onChange={(event) => (setTyped(event.target.value), setAt(0))}
          onKeyDown={(event) => keys[event.key] && (event.preventDefault(), keys[event.key]!())}
        />
      </div>
      <ul id="command-list" role="listbox" aria-label={t("shell.commands")} className="command-list">
        {shown.map((command, index) => (
          <Row key={command.id} command={command} isFirst={shown[index - 1]?.group !== command.group} isAt={index === at} onPoint={() => setAt(index)} onRun={() => run(command)} />
        ))}
      </ul>
      {shown.length === 0 && <p className="command-none">{t("shell.commands.none")}</p>}
    </>
  );
}

function Row({ command, isFirst, isAt, onPoint, onRun }: { command: Command; isFirst: boolean; isAt: boolean; onPoint: () => void; onRun: () => void }) {
  const Drawn = command.icon ?? ChevronRightIcon;
  return (
    <>
      {isFirst && <li role="presentation" className="menu-title">{command.group}</li>}
      <li
        id={`command-${command.id}`} role="option" aria-selected={isAt} className="command" onClick={onRun}
        // A list that changes under a pointer at rest is no choice of whoever types.
        onPointerMove={(event) => (event.movementX || event.movementY) && onPoint()}
        ref={(element) => { if (isAt) element?.scrollIntoView({ block: "nearest" }); }}
      >
        <Drawn size={16} />
        <span>{command.label}</span>
        {command.keys && <Keys keys={command.keys.split("|")[0]!} />}
      </li>
    </>
  );
}
