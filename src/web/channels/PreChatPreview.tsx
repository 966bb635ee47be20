import type { CSSProperties } from "react";
import { t } from "../i18n";
import { ChevronDownIcon } from "../ui";
import { inkOn } from "./ink";
import { labelOf, type PreChatForm } from "./preChatForm";

/** The form as a visitor meets it, in the channel's colours; nothing in it can be used. */
export function PreChatPreview({ form, settings }: { form: PreChatForm; settings: Record<string, unknown> }) {
  const [brand, action] = [String(settings.brandColor ?? "#3b3486"), String(settings.actionColor ?? "#4b42a8")];
  const colors = { "--brand": brand, "--brand-ink": inkOn(brand), "--action": action, "--action-ink": inkOn(action) } as CSSProperties;
  return (
    <figure className="pre-chat-preview" style={colors} data-off={!form.enabled || undefined}>
      <figcaption>{t("channels.preChat.preview")}</figcaption>
      <div inert>
        <div className="preview-top">{String(settings.businessName ?? "")}</div>
        <div className="preview-body">
          <strong>{t("channels.preChat.says.title")}</strong>
          {form.intro && <p>{form.intro}</p>}
          {form.questions.map((question) => (
            <div key={question.id} className="preview-field">
              <span>{question.required ? labelOf(question) : t("channels.preChat.says.optional", { label: labelOf(question) })}</span>
              <span>{question.type === "select" && <>{t("channels.preChat.says.choose")} <ChevronDownIcon size={14} /></>}</span>
            </div>
          ))}
          <div className="preview-start">{t("channels.preChat.says.start")}</div>
        </div>
      </div>
    </figure>
  );
}
