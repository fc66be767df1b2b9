import type { TFunction } from "i18next";
import type { z } from "zod";

import { createI18n } from "~/i18n/i18n.server";
import { fallbackLanguage, isLanguage, type Language } from "~/i18n/languages";
import { formatDate, formatTime } from "~/money/dates";
import { formatMoney } from "~/money/format";
import type { wallet } from "./fact-schemas";

/** What a mail needs beside its own facts: whose mail it is and where its links lead. */
export type Sender = {
  company: string;
  supportEmail: string;
  /** address people reach the portal at, without a slash at the end */
  publicUrl: string;
};

/** The words and formats of one language for one mail. */
export type Words = Sender & {
  language: Language;
  t: TFunction<"mail">;
  /** names shared with the pages: wallets, states */
  common: TFunction<"common">;
  /** a wallet in the middle of a sentence: "deposit wallet" */
  wallet: (kind: z.output<typeof wallet>) => string;
  /** "1,500.00 USD"; a no-break space keeps the currency at its amount */
  money: (amount: string, currency: string) => string;
  date: (day: string) => string;
  /** an instant with its zone */
  time: (instant: string) => string;
  url: (path: string) => string;
};

export function wordsFor(language: string, sender: Sender): Words {
  const chosen = isLanguage(language) ? language : fallbackLanguage;
  const i18n = createI18n(chosen);
  const common = i18n.getFixedT(chosen, "common");
  return {
    ...sender,
    language: chosen,
    t: i18n.getFixedT(chosen, "mail"),
    common,
    wallet: (kind) => common(`wallet.${kind}`).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLocaleLowerCase(chosen)),
    money: (amount, currency) => `${formatMoney(amount, currency, chosen)}\u00a0${currency}`,
    date: (day) => formatDate(day, chosen),
    time: (instant) => formatTime(instant, chosen),
    url: (path) => `${sender.publicUrl.replace(/\/+$/, "")}${path}`,
  };
}
