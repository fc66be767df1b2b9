/** A statement as a file, whoever asks for it: the member who waits, or the job that makes it for the member. */
import type { i18n } from "i18next";

import type { Statement } from "~/db/ledger-statement.server";
import type { OwnFormat } from "~/db/own-export.server";
import { csvTexts } from "~/files/csv.server";
import { env } from "~/http/env.server";
import { statementHeader, statementRows } from "./csv.server";
import { statementJson } from "./json.server";
import { statementParts, type StatementPart } from "./parts.server";
import { statementPdf } from "./pdf.server";

/** Lines read at once. A page of a PDF is work without a pause, so that others wait for fewer. */
export const linesAtOnce: Record<OwnFormat, number> = { pdf: 50, csv: 500, json: 500 };

export const contentTypes: Record<OwnFormat, string> = { pdf: "application/pdf", csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" };

export const statementName = (from: string, to: string, format: OwnFormat): string => `coffer-statement-${from}-${to}.${format}`;

async function* bytesOf(making: Promise<Buffer>): AsyncGenerator<Buffer, void> {
  yield await making;
}

async function* counting(parts: AsyncGenerator<StatementPart, void>, told: (lines: number) => void): AsyncGenerator<StatementPart, void> {
  let lines = 0;
  for await (const part of parts) {
    told((lines += part.lines.length));
    yield part;
  }
}

/** The file of a statement whose first page is `first`, part by part; `told` hears how many lines have been read. A PDF is one part. */
export function statementFile(i18n: i18n, format: OwnFormat, first: Statement, read: (cursor: string) => Promise<Statement>, told: (lines: number) => void = () => undefined): AsyncGenerator<string | Buffer, void> {
  const parts = counting(statementParts(first, read), told);
  const links = { seals: `${env().PUBLIC_URL}/seals`, verify: `${env().PUBLIC_URL}/verify` };
  if (format === "csv") return csvTexts(statementHeader(i18n), statementRows(i18n, first, parts));
  if (format === "json") return statementJson(i18n, first, links, parts);
  return bytesOf(statementPdf(i18n, first, links, parts));
}
