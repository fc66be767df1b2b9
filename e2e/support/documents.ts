/** A document for pages that show one to staff. */
import { smallPng } from "./files";
import { formWith, hiddenOf } from "./forms";
import { Visitor } from "./visitor";

/** Somebody joins and adds a passport; answers where staff see it. */
export async function addDocument(): Promise<string> {
  const member = await Visitor.arrive();
  await member.join("Docu");
  const path = "/kyc/new?kind=passport";
  const form = hiddenOf(formWith(await member.page(path), 'name="number"'));
  const number = `M${crypto.randomUUID().replace(/\D/g, "").padEnd(7, "0").slice(0, 7)}`;
  const answer = await member.send(path, { ...form, number, expires_on: "2099-12-31", file: { name: "passport.png", mimeType: "image/png", buffer: smallPng } });
  if (answer.status() !== 302) throw new Error(`the document answered ${answer.status()}`);
  const id = /\/resources\/kyc-files\/([0-9a-f-]{36})/.exec(await member.page("/kyc"))?.[1];
  await member.leave();
  if (!id) throw new Error("no document on the page");
  return `/admin/kyc/${id}`;
}
