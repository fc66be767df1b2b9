/** Statement files for the staff side. */
import { hiddenOf, formWith } from "./forms";
import type { Visitor } from "./visitor";

export const csv = (lines: string[]): { name: string; mimeType: string; buffer: Buffer } => ({ name: "statement.csv", mimeType: "text/csv", buffer: Buffer.from(["Day,Id,Text,Amount", ...lines].join("\r\n")) });

/** How that CSV is read. */
export const mapping = { delimiter: ",", decimal: ".", date_format: "YYYY-MM-DD", booked_on: "Day", amount: "Amount", bank_reference: "Id", text: "Text" };

/** Imports a small file into the account of this name; answers the path of its result. */
export async function importStatement(visitor: Visitor, account: string): Promise<string> {
  const list = await visitor.page("/admin/reconciliation");
  const row = (list.match(/<tr[\s\S]*?<\/tr>/g) ?? []).find((one) => one.includes(account)) ?? "";
  const sheet = /href="(\/admin\/reconciliation\/[0-9a-f-]{36})"/.exec(row)?.[1];
  if (!sheet) throw new Error(`no account ${account}`);
  const day = /type="date"[^>]*value="(\d{4}-\d{2}-\d{2})"/.exec(await visitor.page(sheet))?.[1] ?? "";
  const form = hiddenOf(formWith(await visitor.page(`${sheet}/import`), 'name="file"'));
  const answer = await visitor.send(`${sheet}/import`, { ...form, ...mapping, opening: "0", file: csv([`${day},S1,first line,10.00`, `${day},S1,first line,10.00`, "never,S2,bad,1"]) });
  const path = answer.headers().location;
  if (answer.status() !== 302 || path === undefined) throw new Error(`the import answered ${answer.status()}`);
  return path;
}
