import { Component, type ReactNode } from "react";
import { t } from "../i18n";
import { AlertIcon, Button, EmptyState } from "../ui";

interface Props { children: ReactNode }

/** Keeps a broken part from taking the whole screen with it. Remount it (by key) to try again. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <EmptyState
        icon={AlertIcon}
        title={t("shell.broken.title")}
        text={t("shell.broken.text")}
        action={<Button onPress={() => location.reload()}>{t("shell.broken.reload")}</Button>}
      />
    );
  }
}
