/** Imports of companies from elsewhere, for the staff side. */
import { formWith, hiddenOf } from "./forms";
import type { Visitor } from "./visitor";

export const importCsv = (kind: string, lines: string[]): { name: string; mimeType: string; buffer: Buffer } => ({ name: `${kind}.csv`, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });

/** A draft with a file in which something does not fit; answers its path. */
export async function beginImport(visitor: Visitor): Promise<string> {
  const form = formWith(await visitor.page("/admin/imports/new"), 'name="cutover_on"');
  const cutover_on = /name="cutover_on"[^>]*value="(\d{4}-\d{2}-\d{2})"|value="(\d{4}-\d{2}-\d{2})"[^>]*name="cutover_on"/.exec(form)?.slice(1).find(Boolean) ?? "";
  const method = /<option value="([0-9a-f-]{36})"/.exec(form)?.[1] ?? "";
  const begun = await visitor.post("/admin/imports/new", { ...hiddenOf(form), cutover_on, method, deployed: "" });
  const path = begun.headers().location;
  if (begun.status() !== 302 || path === undefined) throw new Error(`the import answered ${begun.status()}`);
  const upload = hiddenOf(formWith(await visitor.page(path), 'name="file"'));
  const read = await visitor.send(path, { ...upload, kind: "members", file: importCsv("members", ["reference,email,first_name,last_name", "N-1,not an address,Nia,North", "N-1,nia@north.example,Nia,North"]) });
  if (read.status() !== 302) throw new Error(`the file answered ${read.status()}`);
  return path;
}
