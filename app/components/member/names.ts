import { useTranslation } from "react-i18next";

import { statementWords } from "~/member-statement/words";

/** What a kind of movement, a wallet or an account of the operator is called on member pages. Unknown ones are spelled out. */
function useName(prefix: "kind" | "account" | "fact" | "holdReason" | "methodType") {
  const { t, i18n } = useTranslation("member");
  // Kinds come from the database as data, so the typed catalogue cannot know them.
  const translate = t as unknown as (key: string) => string;
  return (word: string): string => {
    const key = `${prefix}.${word.replace(/:/g, "_")}`;
    return i18n.exists(key, { ns: "member" }) ? translate(key) : word.replace(/[_:]/g, " ");
  };
}

export const useMovementName = () => useName("kind");
export const useFactName = () => useName("fact");
export const useHoldReason = () => useName("holdReason");
export const useMethodType = () => useName("methodType");

/** The same kinds seen as places that money is sent to: an account, not a transfer. */
export function useDestinationType(): (type: string) => string {
  const { t } = useTranslation("member");
  const method = useMethodType();
  return (type) => (type === "BANK" ? t("destinations.bank") : method(type));
}

export function useWalletName(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  return (kind) => (i18n.exists(`wallet.${kind}`, { ns: "common" }) ? t(`wallet.${kind}` as "wallet.DEPOSIT") : kind);
}

/** The state of a request or contract, as the badge says it. */
export function useStateName(): (state: string) => string {
  const { t, i18n } = useTranslation();
  return (state) => (i18n.exists(`state.${state}`, { ns: "common" }) ? t(`state.${state}` as "state.pending") : state);
}

/** A wallet of the member or an account of the operator. */
export function useAccountName(): (name: string) => string {
  const { i18n } = useTranslation();
  const wallet = useWalletName();
  const account = useName("account");
  return (name) => (i18n.exists(`wallet.${name}`, { ns: "common" }) ? wallet(name) : account(name.startsWith("bank:") ? "bank" : name));
}

/** The words of a statement, which its files share. */
export function useStatementWords(): ReturnType<typeof statementWords> {
  return statementWords(useTranslation().i18n);
}
