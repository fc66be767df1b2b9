import type { i18n } from "i18next";

import { qrPath } from "~/components/ui/qr.server";
import type { Statement, StatementLine } from "~/db/ledger-statement.server";
import { formatDate, formatTime } from "~/money/dates";
import { formatMoney } from "~/money/format";
import type { Links } from "./json.server";
import type { StatementPart } from "./parts.server";
import { openSheet, sheetWidth, type Cell } from "./pdf-sheet.server";
import { statementWords } from "./words";

/** A statement to print and to keep: who, when, the balances, every movement, and how to check it. */
export async function statementPdf(i18n: i18n, statement: Statement, links: Links, parts: AsyncGenerator<StatementPart, void>): Promise<Buffer> {
  const { language } = i18n;
  const { company, member, from, to, timezone, made_at, seal, sections } = statement;
  const t = i18n.getFixedT(null, "member");
  const words = statementWords(i18n);
  const money = (amount: string, currency: string, sign: "negative" | "always" = "negative") => formatMoney(amount, currency, language, sign);
  const day = (on: string) => formatDate(on, language);
  const amount = (text: string, weight: "regular" | "strong" = "regular"): Cell => [{ text, weight, size: 8.5 }];

  const period = `${day(from)} – ${day(to)}`;
  const sheet = openSheet({ title: `${t("statement.title")} · ${company}`, author: company, subject: `${member.name}, ${period}`, language, madeAt: new Date(made_at) });
  sheet.block("P", { text: company, weight: "strong", size: 10, quiet: true });
  sheet.block("H1", { text: t("statement.title"), weight: "strong", size: 22 });
  for (const [name, value] of [["member", member.name], ["email", member.email], ["period", period], ["made", formatTime(made_at, language, timezone)]] as const) {
    sheet.block("P", { text: `${t(`statement.pdf.${name}`)}: ${value}`, size: 9.5 });
  }
  sheet.block("P", { text: t("statement.dates", { timezone }), size: 8.5, quiet: true }, { before: 4 });

  if (sections.length === 0) sheet.block("P", { text: t("statement.empty.title") }, { before: 16 });
  else {
    sheet.block("H2", { text: t("statement.pdf.wallets"), weight: "strong", size: 13 }, { before: 18, keep: 60 });
    const sums = sheet.table([
      { label: t("csv.wallet"), width: sheetWidth - 4 * 92 },
      ...(["opening", "moneyIn", "moneyOut", "closing"] as const).map((name) => ({ label: t(`statement.${name}`), width: 92, end: true })),
    ]);
    for (const one of sections) {
      const figures = [one.opening, one.money_in, one.money_out].map((figure) => amount(money(figure, one.currency)));
      sums.row([[{ text: `${words.wallet(one.wallet)} · ${one.currency}` }], ...figures, amount(money(one.closing, one.currency), "strong")]);
    }
    sums.end();
  }

  const columns = [
    { label: t("movements.on"), width: 68 },
    { label: t("movements.what"), width: sheetWidth - 68 - 44 - 2 * 92 },
    { label: t("csv.seal"), width: 44, end: true },
    { label: t("movements.amount"), width: 92, end: true },
    { label: t("csv.balance"), width: 92, end: true },
  ];
  const what = (line: StatementLine): Cell => [
    { text: words.kind(line.kind), weight: "strong" },
    { text: [words.sentence(line), line.reference].filter(Boolean).join(" · "), size: 8.5, quiet: true },
  ];
  let table: ReturnType<typeof sheet.table> | undefined;
  for await (const { section, opens, lines, closes } of parts) {
    const { currency } = section;
    const edge = (on: string, name: string, balance: string) => table?.row([[{ text: day(on) }], [{ text: name, weight: "strong" }], [], [], amount(money(balance, currency), "strong")], true);
    if (opens) {
      sheet.block("H2", { text: `${words.wallet(section.wallet)} · ${currency}`, weight: "strong", size: 13 }, { before: 22, keep: 70 });
      table = sheet.table(columns);
      edge(from, t("statement.opening"), section.opening);
    }
    for (const line of lines) {
      table?.row([[{ text: day(line.value_on) }], what(line), [{ text: line.seal ?? "", size: 8.5 }], amount(money(line.amount, currency, "always")), amount(money(line.balance, currency))]);
    }
    if (closes) {
      edge(to, t("statement.closing"), section.closing);
      table?.end();
    }
  }

  sheet.block("H2", { text: t("statement.proof.title"), weight: "strong", size: 13 }, { before: 22, keep: 170 });
  sheet.block("P", { text: seal ? t("statement.proof.sealed", { number: seal.number }) : t("statement.proof.none") });
  if (seal) sheet.block("P", { text: seal.root, size: 8 }, { before: 4 });
  sheet.block("P", { text: `${t("statement.proof.compare")} ${links.seals}` }, { before: 4 });
  sheet.block("P", { text: `${t("statement.proof.proofs")} ${links.verify}` }, { before: 4 });
  sheet.figure(qrPath(links.seals), t("statement.proof.scan"), 84);
  sheet.block("P", { text: t("statement.proof.scan"), size: 8, quiet: true }, { before: 4 });
  return sheet.close((page, pages) => t("statement.pdf.page", { page, pages }));
}
