import type { Role } from "../api/types";
import { t } from "../i18n";
import { Select } from "../ui";

const roles: readonly Role[] = ["admin", "supervisor", "agent", "viewer"];

/** A role with what it is for. */
export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <Select
      label={t("people.role")} hint={t(`people.role.${value}.about`)} value={value} onChange={onChange}
      choices={roles.map((id) => ({ id, label: t(`people.role.${id}`), hint: t(`people.role.${id}.about`) }))}
    />
  );
}
