import { useTranslation } from "react-i18next";

import { RadioField } from "~/forms";
import { roles } from "./roles";

/** The roles, each with what it is for. */
export function RoleField() {
  const { t } = useTranslation(["admin", "common"]);
  return <RadioField name="role" label={t("admin:staff.role")} options={roles.map((role) => ({ value: role, label: t(`common:role.${role}`), hint: t(`admin:staff.roleHint.${role}`) }))} />;
}
