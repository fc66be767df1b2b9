/** A member shows who they are, from the profile to the approval, names who comes after, and sees what closing the account takes. */
import { businessNow, moveClock } from "../support/clock";
import { smallPng } from "../support/files";
import { mailTo } from "../support/mailbox";
import { approve, card, confirmWithCode, fact, heading, press } from "../support/steps";
import { demoEmail } from "../support/sessions";
import { expect, test } from "../support/test";

/** Letters that nobody else in this run has. */
const letters = (count: number) => Array.from({ length: count }, () => "ABCDEFGHJKLMNPQRSTUVWXYZ"[Math.floor(Math.random() * 24)]).join("");
const digits = (count: number) => String(Math.floor(Math.random() * 10 ** count)).padStart(count, "0");
const picture = { name: "card.png", mimeType: "image/png", buffer: smallPng };

test("identity from draft to approval, with files", async ({ open, visitor }) => {
  test.slow();
  const guest = await visitor();
  const last = `Kyra${letters(8).toLowerCase()}`;
  const email = await guest.join(last);
  const page = await open(await guest.session());

  await page.goto("/more");
  await page.getByRole("link", { name: "Identity check" }).click();
  await heading(page, "Identity check");
  await expect(page.getByText("Your address is missing")).toBeVisible();
  await press(page, "Hand in for checking");
  await expect(page.getByRole("alert")).toContainText("Fill in your profile first");

  await page.goto("/profile");
  await page.getByLabel("Mobile number").fill("12");
  await page.getByLabel("Street and number").fill("1 Test Road");
  await press(page, "Save");
  await expect(page.getByLabel("Mobile number")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Street and number")).toHaveValue("1 Test Road");
  await page.getByLabel("Mobile number").fill(`+4477${digits(8)}`);
  await page.getByLabel("Country").selectOption("IN");
  await page.getByLabel("Postal code").fill("560001");
  await page.getByLabel("City").fill("Bengaluru");
  await press(page, "Save");
  await expect(page.getByText("Your profile was saved.")).toBeVisible();
  await expect(page.getByLabel("Country")).toHaveValue("IN");

  // A whole Aadhaar is refused, the last four are taken.
  await page.goto("/kyc");
  await page.getByRole("link", { name: "Aadhaar, masked" }).click();
  await page.getByLabel("Last four digits").fill("4983 2716 5510");
  await page.getByLabel("File").setInputFiles(picture);
  await press(page, "Add the document");
  await expect(page.getByRole("alert")).toContainText("Enter only the last four digits");
  await page.getByLabel("Last four digits").fill("XXXX XXXX 5510");
  // A page without scripts has forgotten the file by now.
  await page.getByLabel("File").setInputFiles(picture);
  await press(page, "Add the document");
  await expect(page.getByText("The document was added.")).toBeVisible();

  const pan = `${letters(3)}P${letters(1)}${digits(4)}${letters(1)}`;
  await page.getByRole("link", { name: "PAN card" }).click();
  await page.getByLabel("PAN", { exact: true }).fill(pan);
  await press(page, "Add the document");
  await expect(page.getByRole("alert")).toContainText("Choose a file");
  await page.getByLabel("PAN", { exact: true }).fill("ABC");
  await press(page, "Add the document");
  await expect(page.getByRole("alert")).toContainText("A PAN has five letters");
  await page.getByLabel("PAN", { exact: true }).fill(pan.toLowerCase());
  await page.getByLabel("File").setInputFiles({ name: "pan.html", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script>") });
  await press(page, "Add the document");
  await expect(page.getByRole("alert")).toContainText("PDF, PNG or JPEG");
  await page.getByLabel("File").setInputFiles(picture);
  await press(page, "Add the document");
  await expect(card(page, "Your documents").getByText(`…${pan.slice(-4)}`)).toBeVisible();
  await expect(page.getByText(pan)).toHaveCount(0);
  const file = await card(page, "Your documents").getByRole("link", { name: "card.png" }).last().getAttribute("href");
  const answer = await guest.get(file ?? "");
  expect([answer.status(), answer.headers()["content-type"], answer.headers()["content-disposition"]?.startsWith("attachment"), answer.headers()["x-content-type-options"]]).toEqual([200, "image/png", true, "nosniff"]);
  expect((await (await visitor("ann")).get(file ?? "")).status(), "another member's").toBe(404);

  await press(page, "Hand in for checking");
  await expect(page.getByText("Your documents were handed in")).toBeVisible();
  await page.goto("/kyc/new?kind=pan");
  await expect(page, "nothing is added while it is checked").toHaveURL(/\/kyc$/);
  await page.goto("/profile");
  await expect(page.getByLabel("First name")).toHaveCount(0);

  const staff = await open("operations");
  await staff.goto(`/admin/requests?search=${last}`);
  await staff.getByRole("row").filter({ hasText: last }).getByRole("link").first().click();
  await heading(staff, /^Identity check:/);
  await expect(fact(staff, "Address")).toContainText("1 Test Road");
  await press(staff, "Take into review");
  await expect(staff.getByText("Taken into review.")).toBeVisible();

  const officer = await visitor();
  await officer.signInAsStaff(demoEmail("finance2"));
  const finance = await open(await officer.session());
  await finance.goto(`/admin/requests?search=${last}`);
  await finance.getByRole("row").filter({ hasText: last }).getByRole("link").first().click();
  await finance.getByRole("link", { name: "Whole number" }).click();
  await expect(fact(finance, "Number")).toHaveText(`…${pan.slice(-4)}`);
  await press(finance, "Show the number");
  await expect(finance.getByRole("alert")).toBeVisible();
  await finance.getByLabel("Reason").fill("Compared with the tax office");
  await press(finance, "Show the number");
  await expect(finance.getByText(pan)).toBeVisible();
  await finance.goto(finance.url());
  await expect(finance.getByText(pan)).toHaveCount(0);
  await approve(finance, last, /^Identity check:/);

  expect((await mailTo(email, "kyc_approved")).text).not.toContain(pan);
  await page.goto("/kyc");
  await expect(page.getByText("Your identity is approved")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);
});

test("a passport that ends soon is replaced while the check stands", async ({ open, visitor }) => {
  test.slow();
  const guest = await visitor();
  const last = `Rena${letters(8).toLowerCase()}`;
  const email = await guest.join(last);
  const page = await open(await guest.session());
  const dayAfter = async (days: number) => new Date(Date.parse(await businessNow()) + days * 86_400_000).toISOString().slice(0, 10);
  await page.goto("/profile");
  await page.getByLabel("Mobile number").fill(`+4477${digits(8)}`);
  await page.getByLabel("Street and number").fill("1 Test Road");
  await page.getByLabel("Country").selectOption("GB");
  await page.getByLabel("Postal code").fill("M1 4AB");
  await page.getByLabel("City").fill("Manchester");
  await press(page, "Save");
  await expect(page.getByText("Your profile was saved.")).toBeVisible();

  const send = async (expiresOn: string) => {
    await page.getByLabel("Passport number").fill(`${letters(2)}${digits(7)}`);
    await page.getByLabel("Valid until").fill(expiresOn);
    await page.getByLabel("File").setInputFiles(picture);
    await press(page, "Add the document");
  };
  const staff = await open("operations");
  const officer = await open(await (async () => {
    const finance = await visitor();
    await finance.signInAsStaff(demoEmail("finance2"));
    return finance.session();
  })());
  const decided = async () => {
    await staff.goto(`/admin/requests?search=${last}`);
    await staff.getByRole("row").filter({ hasText: last }).getByRole("link").first().click();
    await press(staff, "Take into review");
    await expect(staff.getByText("Taken into review.")).toBeVisible();
    await approve(officer, last, /^Identity check:/);
  };

  await page.goto("/kyc/new?kind=passport");
  const soon = await dayAfter(20);
  await send(soon);
  await press(page, "Hand in for checking");
  await expect(page.getByText("Your documents were handed in")).toBeVisible();
  await decided();
  await mailTo(email, "kyc_approved");

  await page.goto("/kyc");
  await expect(page.getByText("Your identity is approved")).toBeVisible();
  await expect(page.getByText("Your identity check ends on")).toBeVisible();
  await page.getByRole("link", { name: "Send a new passport" }).click();
  await send(soon);
  await expect(page.getByRole("alert")).toContainText("This document ends no later than the one you have.");
  await send(await dayAfter(3000));
  await expect(page.getByText("Your new document was handed in.")).toBeVisible();
  await expect(page.getByText("Your identity is approved")).toBeVisible();
  await expect(page.getByText("We are checking your new document")).toBeVisible();
  await expect(card(page, "New document")).toContainText("card.png");

  await staff.goto(`/admin/requests?search=${last}`);
  await staff.getByRole("row").filter({ hasText: last }).getByRole("link").first().click();
  await expect(staff.getByText("Renews an approved check")).toBeVisible();
  await expect(card(staff, "New passport")).toBeVisible();
  await decided();
  await page.goto("/kyc");
  await expect(page.getByText("Your identity is approved")).toBeVisible();
  await expect(page.getByText("Your identity check ends on")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "New document" })).toHaveCount(0);
});

test("nominees whose shares are not the whole are refused with what they add up to", async ({ open, visitor }) => {
  const guest = await visitor();
  await guest.join("Nomi");
  const page = await open(await guest.session());
  await page.goto("/nominees");
  await expect(page.getByText("Nobody is named yet")).toBeVisible();
  const row = (n: number) => page.getByRole("group", { name: `Nominee ${n}` });
  const fill = async (n: number, share: string, born = "1990-05-01") => {
    await row(n).getByLabel("Full name").fill(`Person ${n}`);
    await row(n).getByLabel("Relation to you").selectOption("child");
    await row(n).getByLabel("Date of birth").fill(born);
    await row(n).getByLabel("Share in percent").fill(share);
  };
  for (const n of [1, 2, 3]) await fill(n, "33.33");
  await press(page, "Save nominees");
  await expect(page.getByRole("alert")).toContainText("The shares add up to 99.99 percent. They must add up to exactly 100.");
  await expect(row(3).getByLabel("Share in percent")).toHaveValue("33.33");
  await fill(3, "33.34", "2020-01-01");
  await press(page, "Save nominees");
  await expect(page.getByRole("alert")).toContainText("needs a guardian");
  await expect(row(3).getByLabel(/Guardian/)).toHaveAttribute("aria-invalid", "true");
  await row(3).getByLabel(/Guardian/).fill("Person 1");
  await press(page, "Save nominees");
  await expect(page.getByText("Your nominees were saved.")).toBeVisible();
  await expect(row(3).getByLabel("Share in percent")).toHaveValue("33.34");
});

test("an account with money in it is not closed, and says what is in the way", async ({ open }) => {
  const page = await open("ann");
  await page.goto("/close");
  await expect(page.getByText("The account cannot be closed yet")).toBeVisible();
  await expect(card(page, "What is in the way").getByRole("link", { name: /^Money: / }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Close my account" })).toHaveCount(0);
});

test("an account is emptied and closed, and nobody comes in any more", async ({ open, visitor, clock: _held, javaScriptEnabled }) => {
  test.setTimeout(240_000);
  const guest = await visitor();
  const last = `Clo${letters(8).toLowerCase()}`;
  const email = await guest.join(last);
  const page = await open(await guest.session());
  const iban = `GB29NWBK${digits(14)}`;
  await page.goto("/destinations/new?type=BANK");
  await page.getByLabel("Name for it").fill("Home");
  await page.getByLabel("Account holder").fill(last);
  await page.getByLabel("Account number or IBAN").fill(iban);
  await press(page, "Continue");
  await confirmWithCode(page, email, "Add destination");
  await expect(page.getByText("Home was added")).toBeVisible();
  await moveClock("+25h");

  await page.goto("/close");
  await card(page, "What is in the way").getByRole("link", { name: "Money: Interest wallet" }).click();
  await page.getByLabel(/Interest wallet/).check();
  await page.getByLabel("Amount", { exact: true }).fill("10.00");
  await press(page, "Continue");
  await confirmWithCode(page, email, "Request withdrawal");
  await heading(page, /^Withdrawal W-/);
  const reference = /W-[A-Z0-9]{8}/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[0] ?? "";

  const staff = await open(javaScriptEnabled === false ? "finance" : "finance2");
  await approve(staff, last, /Withdrawal/);
  await staff.goto("/admin/withdrawals");
  await staff.getByRole("link", { name: reference }).first().click();
  await staff.getByLabel("Northwind Bank").check();
  await staff.getByLabel("Transaction reference").fill(`OUT-${iban}`);
  await press(staff, "Continue");
  await press(staff, "Record as sent");
  await expect(staff.getByText("Recorded as sent.")).toBeVisible();
  await page.goto("/close");
  await expect(page.getByRole("link", { name: "1 withdrawal on its way" })).toBeVisible();
  await press(staff, "Confirm that it arrived");
  await expect(staff.getByText("Recorded as arrived.")).toBeVisible();

  await page.goto("/close");
  await press(page, "Close my account");
  await expect(page.getByRole("alert")).toContainText("Tick the box");
  await page.getByLabel("I understand that I cannot sign in any more").check();
  await press(page, "Close my account");
  await expect(page.getByText("Your account is closed. We have sent you a mail about it.")).toBeVisible();
  await mailTo(email, "account_closed");
  expect((await guest.get("/home")).headers().location).toContain("/login");
});
