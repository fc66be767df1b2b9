/** Staff find anything in one box, and go through the queue by keys; the keys need scripts, nothing else does. */
import { card, heading } from "../support/steps";
import { expect, test } from "../support/test";

test("one box finds people, requests and references, and says what cannot be searched for", async ({ open }) => {
  const finance = await open("finance");
  await test.step("from any page, by part of an address", async () => {
    await finance.goto("/admin");
    const box = finance.getByRole("search", { name: "Search everything" }).first();
    await box.getByRole("searchbox").fill("ann@demo");
    await box.getByRole("button", { name: "Search" }).click();
    await heading(finance, "Search");
    await expect(card(finance, "Members").getByRole("row").filter({ hasText: "ann@demo.coffer.test" })).toBeVisible();
    await expect(finance.getByLabel("What are you looking for?")).toHaveValue("ann@demo");
  });

  await test.step("a whole reference comes first and opens", async () => {
    await finance.goto("/admin/requests?state=approved");
    const reference = (await finance.getByText(/^R-[0-9A-Z]{8}$/).first().innerText()).trim();
    await finance.goto(`/admin/search?search=${reference.toLowerCase()}`);
    const first = finance.getByRole("region").first();
    await expect(first.getByRole("heading", { name: "Approvals" })).toBeVisible();
    await expect(first.getByText("Exactly this")).toBeVisible();
    await first.getByRole("link", { name: reference }).click();
    await expect(finance).toHaveURL(/\/admin\/requests\/[0-9a-f-]{36}$/);
  });

  await test.step("what is too long or cannot be seen is refused at the field", async () => {
    const long = await finance.goto(`/admin/search?search=${"x".repeat(81)}`);
    expect(long?.status()).toBe(422);
    await expect(finance.getByRole("alert")).toHaveText("Search for at most 80 characters.");
    const hidden = await finance.goto("/admin/search?search=a%00b");
    expect(hidden?.status()).toBe(422);
    await expect(finance.getByRole("alert")).toHaveText("Take out the characters that cannot be seen.");
    for (const text of ["%25_%5C", "q", "'%3B--", "   "]) expect((await finance.goto(`/admin/search?search=${text}`))?.status(), text).toBe(200);
    await expect(finance.getByText("Nothing searched yet")).toBeVisible();
  });
});

test("of the queue some are chosen and approved together", async ({ open }) => {
  const finance = await open("finance2");
  await finance.goto("/admin/requests?state=pending&kind=deposit");
  const box = finance.getByRole("checkbox").first();
  await box.check();
  await finance.getByRole("button", { name: "Approve the chosen together" }).click();
  await expect(finance).toHaveURL(/\/admin\/requests\/batch\?kind=deposit&only=/);
  await expect(finance.getByRole("checkbox")).toHaveCount(1);
});

test("the queue is gone through by keys while it has the focus", async ({ open, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "keys need scripts");
  const finance = await open("finance2");
  await finance.goto("/admin/requests?state=pending&kind=deposit");
  const boxes = finance.getByRole("table").getByRole("checkbox");
  await expect(boxes.first()).toBeVisible();
  const { keyboard } = finance;
  await finance.waitForLoadState("networkidle");

  await test.step("nothing happens before the focus is in the list, nor while somebody types", async () => {
    await keyboard.press("x");
    await keyboard.press("?");
    await expect(finance.getByText("Choose the row, or not")).toBeHidden();
    const field = finance.getByRole("search").last().getByRole("searchbox");
    await field.focus();
    await keyboard.type("jx?");
    await expect(field).toHaveValue("jx?");
    await field.fill("");
    expect(await boxes.first().isChecked()).toBe(false);
  });

  await test.step("rows, choosing, the keys themselves, and the search", async () => {
    await finance.getByRole("button", { name: "Go to the list" }).click();
    await expect(boxes.first()).toBeFocused();
    await keyboard.press("x");
    await expect(boxes.first()).toBeChecked();
    await expect(finance.getByRole("status").filter({ hasText: "1 chosen" })).toHaveCount(1);
    await keyboard.press("Control+x");
    await expect(boxes.first()).toBeChecked();
    await keyboard.press("j");
    await keyboard.press("k");
    await expect(boxes.first()).toBeFocused();
    await keyboard.press(" ");
    await expect(boxes.first()).not.toBeChecked();
    await keyboard.press("?");
    await expect(finance.getByText("Choose the row, or not")).toBeVisible();
    await keyboard.press("/");
    await expect(finance.getByRole("search").last().getByRole("searchbox")).toBeFocused();
  });

  await test.step("Enter opens the row and approves nothing", async () => {
    await finance.getByRole("button", { name: "Go to the list" }).click();
    await keyboard.press("Enter");
    await expect(finance).toHaveURL(/\/admin\/requests\/[0-9a-f-]{36}$/);
  });
});
