import { useState } from "react";
import { t } from "../i18n";
import { IconButton } from "./Button";
import { CheckIcon } from "./icons";
import { CopyIcon } from "./moreIcons";
import "./Page.css";

/** A value to carry elsewhere (an address, a snippet, a token), with the button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="copy-field">
        <code>{value}</code>
        <IconButton icon={isCopied ? CheckIcon : CopyIcon} size="sm" label={t(isCopied ? "ui.copied" : "ui.copy")} onPress={() => void copy()} />
      </div>
    </div>
  );
}
