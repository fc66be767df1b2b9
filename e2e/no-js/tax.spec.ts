/** Tax rules and the register, by direct posts: what does not fit is said at its field, and nothing is written. */
import { fieldOf, formWith, hiddenOf } from "../support/forms";
import { expect, test } from "../support/test";

test("a rule that overlaps, has passed or holds figures of another kind is refused at its field", async ({ visitor }) => {
  const finance = await visitor("finance");
  const path = "/admin/tax/rules/new";
  const before = (await finance.page("/admin/tax/rules")).match(/aria-labelledby/g)?.length;
  const form = hiddenOf(formWith(await finance.page(path), "certificate_form"));
  const rule = { ...form, family: "SEED per_payout", rate: "6", no_pan_rate: "", threshold: "", cap: "8000", from_on: "2099-04-01", until_on: "", certificate_form: "Statement of tax", payment_code: "none", note: "Verify before filing" };
  const refusals: [Record<string, string>, number, string, string][] = [
    [{}, 409, "from_on", "Another rule of this regime holds in that time."],
    [{ from_on: "2001-01-01", family: "IN per_tax_year", cap: "" }, 422, "from_on", "Enter today or a later date."],
    [{ threshold: "20000" }, 422, "threshold", "Rules of this kind have no such figure."],
    [{ rate: "six" }, 422, "rate", "Enter a percentage"],
    [{ cap: "8,000" }, 422, "cap", "Enter a whole amount"],
    [{ payment_code: " " }, 422, "payment_code", "Enter the code"],
  ];
  for (const [change, status, field, words] of refusals) {
    const answer = await finance.post(path, { ...rule, ...change });
    expect([field, answer.status()]).toEqual([field, status]);
    expect(fieldOf(await answer.text(), field).message).toContain(words);
  }
  expect((await finance.page("/admin/tax/rules")).match(/aria-labelledby/g)?.length).toBe(before);
});

test("the register of a quarter is saved as CSV, and no other address is one", async ({ visitor }) => {
  const finance = await visitor("finance");
  const answer = await finance.get("/admin/tax/register/2027-Q1");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
  expect((await answer.text()).split("\r\n")[0]).toContain("Member,PAN");
  for (const none of ["2027-Q5", "1999-Q1", "x"]) expect((await finance.get(`/admin/tax/register/${none}`)).status()).toBe(404);
});
