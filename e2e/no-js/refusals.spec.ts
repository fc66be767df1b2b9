/** Mistakes of people in a browser: the message stands at the field, what was typed stays, and nothing happens twice. */
import { badAmountsTyped } from "../support/bad-amounts";
import { largeFile, notFiles, smallPng } from "../support/files";
import { formWith, hiddenOf } from "../support/forms";
import { codeFor, seenBy } from "../support/mailbox";
import { heading, press } from "../support/steps";
import { expect, test } from "../support/test";
import { newEmail, type Visitor } from "../support/visitor";

const depositPath = async (visitor: Visitor): Promise<string> => {
  const found = /href="(\/deposits\/new\/[0-9a-f-]{36})"/.exec(await visitor.page("/deposits/new"))?.[1];
  if (!found) throw new Error("no method is open");
  return found;
};

test("a mistyped amount keeps what was typed and says what to do", async ({ open, visitor }) => {
  const member = await visitor("mo");
  const path = await depositPath(member);
  const page = await open("mo");
  for (const amount of badAmountsTyped) {
    await page.goto(path);
    await page.getByLabel("Amount you sent").fill(amount);
    await page.getByLabel("Transaction reference of your bank").fill("TYPED-1");
    const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), press(page, "Continue")]);
    expect(answer.status(), amount).toBe(422);
    await expect(page.getByRole("alert")).toContainText("Enter an amount in digits");
    await expect(page.getByLabel("Amount you sent")).toHaveValue(amount);
    await expect(page.getByLabel("Amount you sent")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Transaction reference of your bank")).toHaveValue("TYPED-1");
  }
  await page.getByRole("alert").getByRole("link").first().click();
  await expect(page).toHaveURL(/#.*-amount$/);
});

for (const [what, file] of Object.entries(notFiles)) {
  test(`a proof that is ${what} is refused at its field`, async ({ visitor }) => {
    const member = await visitor("lena");
    const path = await depositPath(member);
    const form = hiddenOf(formWith(await member.page(path), 'name="amount"'));
    const answer = await member.send(path, { ...form, intent: "check", amount: "75.00", transaction_reference: "FILE-1", proof: file });
    expect(answer.status()).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(/id="[^"]*-proof-error"/);
    expect(html).toContain("PDF, PNG or JPEG");
    expect(html).toContain('value="75.00"');
    expect(await member.page("/deposits")).not.toContain("FILE-1");
  });
}

test("a file far too large is refused with a page of its own or at its field", async ({ visitor }) => {
  const member = await visitor("lena");
  const path = await depositPath(member);
  const form = hiddenOf(formWith(await member.page(path), 'name="amount"'));
  for (const megabytes of [10.5, 11.5]) {
    const answer = await member.send(path, { ...form, intent: "check", amount: "75.00", transaction_reference: "FILE-2", proof: largeFile(megabytes) }).catch((error: Error) => error);
    // The server may close the connection rather than read all of it; a browser shows its page either way.
    if (!(answer instanceof Error)) expect([413, 422]).toContain(answer.status());
  }
  expect(await member.page("/deposits")).not.toContain("FILE-2");
});

test("the same deposit sent twice at once, and once more, is one deposit", async ({ visitor }) => {
  const member = await visitor();
  await member.join("Dora");
  const path = await depositPath(member);
  const form = hiddenOf(formWith(await member.page(path), 'name="amount"'));
  const sent = { ...form, intent: "confirm", amount: "80.00", transaction_reference: `TWICE-${crypto.randomUUID()}` };
  const answers = await Promise.all([member.send(path, sent), member.send(path, sent)]);
  answers.push(await member.send(path, sent));
  const places = answers.map((answer) => [answer.status(), answer.headers().location]);
  expect(new Set(places.map(String)).size, JSON.stringify(places)).toBe(1);
  expect(places[0]?.[0]).toBe(302);
  expect(new Set((await member.page("/deposits")).match(/href="\/deposits\/[0-9a-f]{8}-[0-9a-f-]{27}"/g)).size).toBe(1);
  const other = await member.send(path, { ...sent, amount: "81.00" });
  expect(other.status(), "the same key with another body").toBe(409);
  const again = await member.send(path, { ...sent, key: crypto.randomUUID() });
  expect(again.status(), "the same transfer told again").toBe(409);
});

test("a double click makes one deposit", async ({ open, visitor }) => {
  const member = await visitor();
  await member.join("Dubli");
  const page = await open(await member.session());
  await page.goto(await depositPath(member));
  await page.getByLabel("Amount you sent").fill("90.00");
  await page.getByLabel("Transaction reference of your bank").fill(`CLICK-${crypto.randomUUID()}`);
  await page.getByLabel(/Proof of payment/).setInputFiles({ name: "../../etc/pass wd.png", mimeType: "image/png", buffer: smallPng });
  await press(page, "Continue");
  await page.getByRole("button", { name: "Submit deposit" }).dblclick();
  await heading(page, /^Deposit D-/);
  await page.goto("/deposits");
  await expect(page.getByRole("row").filter({ hasText: "90.00" })).toHaveCount(1);
});

test("codes: nonsense, wrong, right, and used once", async ({ open, visitor }) => {
  const email = newEmail("Cora");
  const page = await open();
  await page.goto("/login");
  await page.getByLabel("Email address").fill("not an address");
  await press(page, "Send me a code");
  await expect(page.getByRole("alert")).toContainText("Enter an email address like");
  await expect(page.getByLabel("Email address")).toHaveValue("not an address");
  const seen = await seenBy(email);
  await page.getByLabel("Email address").fill(email);
  await press(page, "Send me a code");
  const code = await codeFor(email, "login_code", seen);
  await page.getByLabel("Six-digit code").fill("12ab");
  await press(page, "Continue");
  await expect(page.getByRole("alert")).toContainText("Enter the six digits");
  await page.getByLabel("Six-digit code").fill(code === "000000" ? "000001" : "000000");
  await press(page, "Continue");
  await expect(page.getByRole("alert")).toContainText("4 attempts are left");
  const before = await page.context().storageState();
  await page.getByLabel("Six-digit code").fill(code);
  await press(page, "Continue");
  await heading(page, "Open your account");
  // Another tab that still has the same challenge, with the code that has been used.
  const replay = await visitor(before);
  const answer = await replay.post("/login/code", { intent: "verify", code });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("has been used already");
  const stranger = await visitor();
  expect((await stranger.post("/login/code", { intent: "verify", code })).headers().location).toBe("/login?why=lost");
});

test("an unfinished sign-up says at each field what is missing, and an unknown referral code can be left out", async ({ open, visitor }) => {
  const guest = await visitor();
  await guest.signIn(newEmail("Una"));
  const page = await open(await guest.session());
  await page.goto("/sign-up");
  await page.getByLabel("First name").fill("Una");
  await page.getByLabel("Mobile number").fill("12");
  await press(page, "Open my account");
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
  await expect(page.getByLabel("First name")).toHaveValue("Una");
  await page.goto("/login?ref=NOBODY22");
  await expect(page.getByText("No member has the referral code NOBODY22.")).toBeVisible();
});
