/** Verifying in the browser: what a person chooses, reads, and is told when it was changed. */
import { expectGoodLook } from "../support/look";
import { expect, test } from "../support/test";

test("a proof holds, agrees only with itself, or breaks at a place that is named", async ({ open, visitor }) => {
  const ann = await visitor("ann");
  const movement = /href="\/wallet\/movements\/(\d+-\d+)"/.exec(await ann.page("/wallet/movements?kind=accrual"))?.[1] ?? "";
  const text = await (await ann.get(`/resources/proof/${movement}`)).text();
  const { root } = (JSON.parse(text) as { seal: { root: string } }).seal;
  const page = await open();
  await page.goto("/verify");
  const main = page.getByRole("main");
  const choose = (content: string) => page.getByLabel("Proof", { exact: true }).setInputFiles({ name: "proof.json", mimeType: "application/json", buffer: Buffer.from(content) });
  const verify = page.getByRole("button", { name: "Verify" });

  await verify.click();
  await expect(main.getByRole("alert")).toContainText("Choose the file");

  await choose(text);
  await verify.click();
  await expect(main.getByRole("status")).toContainText("The file agrees with itself");
  await expect(main).toContainText(root);

  await page.getByLabel("Root published earlier").fill(root);
  await verify.click();
  await expect(main.getByRole("status")).toContainText("The proof holds");
  await expectGoodLook(page);

  await choose(text.replace(/"kind": "\w+"/, '"kind": "bonus"'));
  await verify.click();
  await expect(main.getByRole("alert")).toContainText("does not hold");
  await expect(main.getByRole("listitem").filter({ hasText: "Breaks here" })).toContainText("The journal, its lines or its place in the tree was changed");
  await expect(main).not.toContainText("What the file says");
  await expectGoodLook(page);

  await choose(text);
  await page.getByLabel("Root published earlier").fill("0".repeat(64));
  await verify.click();
  await expect(main.getByRole("listitem").filter({ hasText: "Breaks here" })).toContainText("It is another root");
});
