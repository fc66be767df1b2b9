import type { i18n } from "i18next";

import type { MovementTerms } from "~/db/ledger-statement.server";
import { formatCount, formatMoney, formatPercent } from "~/money/format";

type Said = { kind: string; currency: string; counter: string | null; terms: MovementTerms | null };

/**
 * The words of a statement, the same on the page and in its files. Kinds and wallets come from the database as data, so that the typed
 * catalogue cannot know them; one without words is spelled out.
 */
export function statementWords(i18n: i18n) {
  const { language } = i18n;
  const known = (key: string, ns: "common" | "member"): boolean => i18n.exists(key, { ns });
  const say = i18n.t as unknown as (key: string, values?: Record<string, string>) => string;
  const spelled = (word: string) => word.replace(/[_:]/g, " ");

  return {
    kind: (kind: string): string => (known(`kind.${kind}`, "member") ? say(`member:kind.${kind}`) : spelled(kind)),
    wallet: (kind: string): string => (known(`wallet.${kind}`, "common") ? say(`common:wallet.${kind}`) : kind),
    /** One line on where a movement comes from: "Day 3 of 30: 0.40 % of 2,500.00 USD, Steady". Empty where its kind says all. */
    sentence({ kind, currency, counter, terms }: Said): string {
      const key = `statement.line.${kind}`;
      if (!known(key, "member")) return counter ?? "";
      return say(`member:${key}`, {
        counter: counter ?? "",
        day: formatCount(terms?.day ?? 0, language),
        days: formatCount(terms?.days ?? 0, language),
        rate: terms ? formatPercent(terms.rate, language) : "",
        base: terms ? `${formatMoney(terms.base, currency, language)} ${currency}` : "",
      });
    },
  };
}
