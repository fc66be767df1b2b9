import type { i18n } from "i18next";

import { quarterOf } from "./quarter";
import type { TaxCertificate } from "~/db/tax.server";
import { openSheet, sheetWidth, type Cell } from "~/member-statement/pdf-sheet.server";
import { formatDate, formatTime } from "~/money/dates";
import { formatCount, formatMoney, formatPercent } from "~/money/format";

/** A certificate of tax to keep and to file with: who, which quarter, for each form what tax was taken of, and the references under which it was paid over. */
export async function certificatePdf(i18n: i18n, { company, member, pan, from_on, until_on, over, timezone, made_at, parts }: TaxCertificate): Promise<Buffer> {
  const { language } = i18n;
  const t = i18n.getFixedT(null, "payout");
  const day = (on: string) => formatDate(on, language);
  const figure = (text: string, weight: "regular" | "strong" = "regular"): Cell => [{ text, weight, size: 8.5 }];
  const period = `${quarterOf(from_on)}, ${day(from_on)} – ${day(until_on)}`;

  const sheet = openSheet({ title: `${t("certificate.title")} · ${company}`, author: company, subject: `${member.name}, ${period}`, language, madeAt: new Date(made_at) });
  sheet.block("P", { text: company, weight: "strong", size: 10, quiet: true });
  sheet.block("H1", { text: t("certificate.title"), weight: "strong", size: 22 });
  const about = [
    ["deductor", company], ["member", member.name], ["email", member.email], ["pan", pan === null ? t("certificate.noPan") : `…${pan}`], ["quarter", period], ["made", formatTime(made_at, language, timezone)],
  ] as const;
  for (const [name, value] of about) {
    const label = t(`certificate.about.${name}`);
    sheet.block("P", { text: `${label}: ${value}`, size: 9.5 });
  }
  sheet.block("P", { text: t("certificate.verify"), weight: "strong", size: 9.5 }, { before: 8 });
  if (!over) sheet.block("P", { text: t("certificate.running"), size: 9.5 }, { before: 4 });

  for (const { currency, regime, form, code, gross, tax, rows, deposits } of parts) {
    const money = (amount: string) => formatMoney(amount, currency, language, "negative");
    sheet.block("H2", { text: `${form} · ${currency}`, weight: "strong", size: 13 }, { before: 20, keep: 90 });
    sheet.block("P", { text: [t(`taxes.regimes.${regime}`), ...(code === null ? [] : [t("certificate.code", { code })])].join(" · "), size: 9, quiet: true });
    const table = sheet.table([
      { label: t("certificate.day"), width: 72 },
      { label: t("certificate.of"), width: sheetWidth - 72 - 60 - 2 * 96 },
      { label: t("taxes.rule"), width: 60, end: true },
      { label: t("taxes.gross"), width: 96, end: true },
      { label: t("taxes.withheld"), width: 96, end: true },
    ]);
    for (const row of rows) {
      const of = row.source === "payout" ? t("certificate.payout", { reference: row.reference ?? "" }) : t("certificate.credits", { count: row.count, number: formatCount(row.count, language) });
      table.row([[{ text: day(row.on) }], [{ text: of }], figure(formatPercent(row.rate, language)), figure(money(row.gross)), figure(money(row.tax))]);
    }
    table.row([[], [{ text: t("certificate.total"), weight: "strong" }], [], figure(money(gross), "strong"), figure(money(tax), "strong")], true);
    table.end();
    const paid = deposits.map(({ reference, paid_on }) => `${reference} (${day(paid_on)})`).join(", ");
    sheet.block("P", { text: paid === "" ? t("certificate.notPaid") : t("certificate.paid", { references: paid }), size: 9 }, { before: 6 });
  }
  return sheet.close((page, pages) => t("certificate.page", { page, pages }));
}
