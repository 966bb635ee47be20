import { type ReactNode, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { t } from "../i18n";
import { Button, IconButton } from "./Button";
import { CloseIcon } from "./icons";
import "./Dialog.css";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Stands in the foot, at the end: the buttons. */
  actions?: ReactNode;
  /** A dialog whose loss would hurt is not closed by a click beside it. */
  isKeptOpen?: boolean;
  children?: ReactNode;
}

/** A question or a form that stands before everything else. On a phone it is a sheet from below. */
export function Dialog({ isOpen, onClose, title, lead, size = "md", actions, isKeptOpen, children }: DialogProps) {
  return (
    <ModalOverlay className="dialog-scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={!isKeptOpen}>
      <Modal className="dialog-place" data-size={size}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <div>
              <Heading slot="title">{title}</Heading>
              {lead && <p className="dialog-lead">{lead}</p>}
            </div>
            <IconButton icon={CloseIcon} size="sm" label={t("ui.close")} onPress={onClose} />
          </header>
          {children && <div className="dialog-body">{children}</div>}
          {actions && <footer className="dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  text: ReactNode;
  action: string;
  isDanger?: boolean;
  onConfirm: () => Promise<void> | void;
}

/** Asks before something that is hard to take back. */
export function Confirm({ isOpen, onClose, title, text, action, isDanger, onConfirm }: ConfirmProps) {
  const [isPending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    try {
      await onConfirm();
      onClose();
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} size="sm" actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant={isDanger ? "danger" : "primary"} isPending={isPending} onPress={() => void confirm()}>{action}</Button>
    </>}>
      <p>{text}</p>
    </Dialog>
  );
}
