import { useTranslation } from "react-i18next";

import { formatMoney } from "~/money/format";
import { decodeFault } from "./fault";

/** Amounts inside a refusal arrive as plain decimals and are written the way the person reads numbers. */
const looksLikeAmount = /^-?\d+\.\d{2,8}$/;

/** Turns a fault into a sentence: the form's own complaints from `common`, the database's refusals from `problems`. */
export function useFaultText(): (fault: string) => string {
  const { t, i18n } = useTranslation(["common", "problems"]);
  // Codes come from the database as data, so the typed catalogue cannot know them; the last key always exists.
  const translate = t as unknown as (keys: string[], values: Record<string, string>) => string;
  return (fault) => {
    const { code, params } = decodeFault(fault);
    const values = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, looksLikeAmount.test(value) ? formatMoney(value, params.currency ?? "", i18n.language) : value]),
    );
    return translate([`common:form.fault.${code}`, `problems:${code}`, "common:form.fault.invalid_input"], values);
  };
}
