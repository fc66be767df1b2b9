import { useTranslation } from "react-i18next";

import type { Setting } from "~/db/setting.server";
import { useLabel } from "../use-label";

const families = { over_cap: "overCap", count_on: "countOn", placement: "placement", tax_regime: "taxRegime", tax_cap_scope: "taxCapScope" } as const;

/** A value in words: yes and no, the name of a choice, and nothing where nothing is set. */
export function useSettingValue(): (setting: Pick<Setting, "key" | "kind">, value: string) => string {
  const { t } = useTranslation("admin");
  const label = useLabel();
  return ({ key, kind }, value) => {
    if (kind === "boolean") return value === "true" ? t("staff.yes") : t("staff.no");
    if (key in families) return label(families[key as keyof typeof families], value);
    return value === "" ? t("setting.empty") : value;
  };
}
