import { useTranslation } from "react-i18next";

/** The name of an account for an accountant's eyes: wallets and operator accounts by their words, methods by their own name. */
export function useAccountName(methodNames: Record<string, string>): (name: string) => string {
  const { t, i18n } = useTranslation(["admin", "common"]);
  const translate = t as unknown as (key: string, values?: Record<string, string>) => string;
  return (name) => {
    const method = methodNames[name];
    if (method !== undefined) return translate("admin:account.client", { method });
    const key = `account.${name.replaceAll(":", "_")}`;
    if (i18n.exists(key, { ns: "admin" })) return translate(`admin:${key}`);
    return i18n.exists(`wallet.${name}`, { ns: "common" }) ? translate(`common:wallet.${name}`) : name;
  };
}
