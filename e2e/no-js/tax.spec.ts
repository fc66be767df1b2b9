/** Tax rules and the register, by direct posts: what does not fit is said at its field, and nothing is written. */
import { fieldOf, formWith, hiddenOf } from "../support/forms";
import { expect, test } from "../support/test";

test("a rule that overlaps, has passed or holds figures of another kind is refused at its field", async ({ visitor }) => {
  const finance = await visitor("finance");
  const path = "/admin/tax/rules/new";
  const before = (await finance.page("/admin/tax/rules")).match(/aria-labelledby/g)?.length;
  const form = hiddenOf(formWith(await finance.page(path), "certificate_form"));
  const rule = { ...form, family: "SEED per_payout", rate: "6", no_pan_rate: "", threshold: "", cap: "8000", from_on: "2099-04-01", until_on: "", certificate_form: "Statement of tax", payment_code: "", note: "Verify before filing" };
  const refusals: [Record<string, string>, number, string, string][] = [
    [{}, 409, "from_on", "Another rule of this regime holds in that time."],
    [{ from_on: "2001-01-01", family: "IN per_tax_year", cap: "" }, 422, "from_on", "Enter today or a later date."],
    [{ threshold: "20000" }, 422, "threshold", "Rules of this kind have no such figure."],
    [{ rate: "six" }, 422, "rate", "Enter a percentage"],
    [{ cap: "8,000" }, 422, "cap", "Enter a whole amount"],
    [{ certificate_form: " " }, 422, "certificate_form", "Enter the name"],
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

test("a payment to the authority that does not fit is refused at its field, and nothing waits for approval", async ({ visitor }) => {
  const operations = await visitor("operations");
  const path = "/admin/tax/deposit";
  const form = hiddenOf(formWith(await operations.page(path), 'name="reference"'));
  const before = await operations.page("/admin/requests?kind=tax_deposit");
  const page = await operations.page(path);
  const method = /name="method"[^>]*value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? /value="([0-9a-f-]{36})"[^>]*name="method"/.exec(page)?.[1] ?? "";
  const today = /name="paid_on"[^>]*value="(\d{4}-\d\d-\d\d)"/.exec(page)?.[1] ?? /value="(\d{4}-\d\d-\d\d)"[^>]*name="paid_on"/.exec(page)?.[1] ?? "";
  const deposit = { ...form, amount: "0.01", method, reference: "CH-refused", paid_on: today, note: "", intent: "confirm" };
  const refusals: [Record<string, string>, number, string, string][] = [
    [{ amount: "8999999.00" }, 422, "amount", "are still to be paid over"],
    [{ amount: "" }, 422, "amount", "Enter"],
    [{ reference: " " }, 422, "reference", "Enter the reference"],
    [{ paid_on: "2099-01-01" }, 422, "paid_on", "Enter today or an earlier date."],
    [{ paid_on: "2001-01-01" }, 422, "paid_on", "Enter a day after the quarter began."],
  ];
  for (const [change, status, field, words] of refusals) {
    const answer = await operations.post(path, { ...deposit, ...change });
    expect([change, answer.status()]).toEqual([change, status]);
    expect(fieldOf(await answer.text(), field).message).toContain(words);
  }
  expect((await operations.page("/admin/requests?kind=tax_deposit")).match(/\/admin\/requests\/[0-9a-f-]{36}/g)).toEqual(before.match(/\/admin\/requests\/[0-9a-f-]{36}/g));
});

test("a certificate of tax is a PDF in the language of whoever asks, and of no other quarter", async ({ visitor }) => {
  const finance = await visitor("finance");
  const links = (await finance.page("/admin/tax")).match(/\/admin\/tax\/certificate\/\d{4}-Q\d\/[0-9a-f-]{36}/g) ?? [];
  expect(links.length).toBeGreaterThan(0);
  const answer = await finance.get(links[0] ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  for (const none of ["2001-Q1", "2027-Q5"]) expect((await finance.get((links[0] ?? "").replace(/\d{4}-Q\d/, none))).status()).toBe(404);
});
