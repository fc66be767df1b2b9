/** A member whose identity was checked, as staff need one who asks to be let back in. Without a browser: journeys/identity.spec.ts does it in one. */
import { smallPng } from "./files";
import { formWith, hiddenOf } from "./forms";
import { formOn, goodValues, type FormValues } from "./page-forms";
import { sessionOf } from "./sessions";
import { newMobile, Visitor } from "./visitor";

const ok = (status: number, what: string) => {
  if (status !== 302) throw new Error(`${what} answered ${status}`);
};

async function sent(visitor: Visitor, page: string, holding: string, values: FormValues = {}): Promise<void> {
  const form = await formOn(visitor, page, holding);
  ok((await visitor.post(form.path, { ...goodValues(form), ...values })).status(), `${page} with ${holding}`);
}

export async function approvedMember(first: string): Promise<{ visitor: Visitor; email: string }> {
  const visitor = await Visitor.arrive();
  const email = await visitor.join(first);
  await sent(visitor, "/profile", "zip", { mobile: newMobile(), country: "GB", address: "1 Test Road", city: "Manchester", zip: "M1 4AB" });
  const document = hiddenOf(formWith(await visitor.page("/kyc/new?kind=passport"), 'name="number"'));
  const number = `M${crypto.randomUUID().replace(/\D/g, "").padEnd(7, "0").slice(0, 7)}`;
  ok((await visitor.send("/kyc/new?kind=passport", { ...document, number, expires_on: "2099-12-31", file: { name: "passport.png", mimeType: "image/png", buffer: smallPng } })).status(), "the document");
  await sent(visitor, "/kyc", "intent=submit");

  // With the sessions of the run: codes for one address are limited.
  const [operations, finance] = [await Visitor.arrive(sessionOf("operations-3")), await Visitor.arrive(sessionOf("finance2"))];
  const request = /\/admin\/requests\/[0-9a-f-]{36}/.exec(await finance.page(`/admin/requests?search=${encodeURIComponent(email)}`))?.[0];
  if (!request) throw new Error(`no identity check of ${email}`);
  await sent(operations, request, "decision=review");
  await sent(finance, request, "decision=approve");
  await Promise.all([operations.leave(), finance.leave()]);
  return { visitor, email };
}
