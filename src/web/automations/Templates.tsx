import { t } from "../i18n";
import { navigate } from "../shell/router";
import { templates } from "./templates";

const address = (template?: string) => `/settings/routing/automations/new${template ? `?template=${template}` : ""}`;

/** What to begin with: an empty form, or one filled in for what most shops need. */
export function Templates() {
  return (
    <ul className="automation-templates" aria-label={t("automations.templates")}>
      {[undefined, ...templates.map((one) => one.id)].map((id) => (
        <li key={id ?? "blank"}>
          <button type="button" onClick={() => navigate(address(id))}>
            <strong>{t(`automations.template.${id ?? "blank"}`)}</strong>
            <span>{t(`automations.template.${id ?? "blank"}.text`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
