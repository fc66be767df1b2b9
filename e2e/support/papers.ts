/** A document of the operator for pages that show one. */
import { smallPng } from "./files";
import { formWith, hiddenOf } from "./forms";
import type { Visitor } from "./visitor";

/** Adds one, valid from today without end, that everybody sees or staff only; answers its page. */
export async function addPaper(staff: Visitor, title = "Licence of the tests", open = false): Promise<string> {
  const path = "/admin/documents/new";
  const form = hiddenOf(formWith(await staff.page(path), 'name="issuer"'));
  const fields = { ...form, kind: "licence", title, issuer: "The authority", valid_from: "2020-01-01", file: { name: "licence.png", mimeType: "image/png", buffer: smallPng }, ...(open ? { public: "on" } : {}) };
  const answer = await staff.send(path, fields);
  const page = answer.headers()["location"]?.replace(/\?.*/, "");
  if (answer.status() !== 302 || !page) throw new Error(`the document answered ${answer.status()}`);
  return page;
}
