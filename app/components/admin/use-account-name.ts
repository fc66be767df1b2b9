import { useTranslation } from "react-i18next";

/** The name of an account for an accountant's eyes: wallets and operator accounts by their words, methods by their own name. */
export function useAccountName(): (name: string) => string {
  const { t, i18n } = useTranslation(["admin", "common"]);
  const translate = t as unknown as (key: string, values?: Record<string, string>) => string;
  return (name) => {
    const client = /^bank:client:(.+?)(?:-[0-9a-f]{6})?$/.exec(name);
    if (client?.[1]) return translate("admin:account.client", { method: client[1].replaceAll("-", " ") });
    const key = `account.${name.replaceAll(":", "_")}`;
    if (i18n.exists(key, { ns: "admin" })) return translate(`admin:${key}`);
    return i18n.exists(`wallet.${name}`, { ns: "common" }) ? translate(`common:wallet.${name}`) : name;
  };
}
