import { useState } from "react";
import { t } from "../i18n";
import { EyeIcon, IconButton, TextField } from "../ui";
import "./Threshold.css";

/** The shortest password the server takes. */
export const shortestPassword = 10;

interface PasswordFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  /** A password one knows, or one that is being chosen: browsers and password safes ask. */
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
}

/** A password that can be looked at while it is typed, so that it need not be typed twice. */
export function PasswordField({ label, hint, value, onChange, error, autoComplete, autoFocus }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="password-field">
      <TextField
        label={label} hint={hint} value={value} onChange={onChange} error={error} type={isShown ? "text" : "password"}
        autoComplete={autoComplete} autoFocus={autoFocus} isRequired maxLength={256}
      />
      <span className="password-eye">
        <IconButton icon={EyeIcon} label={t(isShown ? "signIn.password.hide" : "signIn.password.show")} isActive={isShown} onPress={() => setShown(!isShown)} />
      </span>
    </div>
  );
}
