import { t } from "../i18n";
import { Button, LockIcon, RouteIcon, TemplateIcon } from "../ui";
import { openPanel } from "./panels";

/** Stands where the text would be: why one cannot write, and what one can do instead. */
export default function WindowClosed({ hasTemplates, isDisconnected, mayContinue }: { hasTemplates: boolean; isDisconnected: boolean; mayContinue: boolean }) {
  const name = isDisconnected ? "disconnected" : hasTemplates ? "closed" : "closedForGood";
  return (
    <div className="window-closed">
      <span className="window-lock"><LockIcon size={18} /></span>
      <div><strong>{t(`conversations.window.${name}.title`)}</strong><p>{t(`conversations.window.${name}.text`)}</p></div>
      {name === "closed" && <Button variant="primary" icon={TemplateIcon} onPress={() => openPanel("template")}>{t("conversations.template.choose")}</Button>}
      {mayContinue && <Button icon={RouteIcon} onPress={() => openPanel("continue")}>{t("conversations.continue.elsewhere")}</Button>}
    </div>
  );
}
