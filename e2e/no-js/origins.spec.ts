/** Forms of other sites: refused before any route sees them, and nothing changes. Our own forms work without scripts under the same headers. */
import { fieldOf, formWith, hiddenOf, textOf } from "../support/forms";
import { expect, test } from "../support/test";

const strangers: Record<string, Record<string, string>> = {
  "another site": { Origin: "https://evil.example" },
  "a sandboxed frame": { Origin: "null" },
  "a neighbour on another port": { Origin: "http://localhost:1" },
  "something that is no address": { Origin: "garbage" },
  "a page that hides its origin": { Origin: "", "Sec-Fetch-Site": "cross-site" },
  "a sister domain": { "Sec-Fetch-Site": "same-site" },
};

for (const [who, headers] of Object.entries(strangers)) {
  test(`a post from ${who} is refused and changes nothing`, async ({ visitor }) => {
    const person = await visitor("mo");
    for (const path of ["/wallet/move", "/logout", "/resources/theme", "/login", "/wallet/move.data"]) {
      const answer = await person.post(path, { intent: "confirm", amount: "1.00", currency: "USD", key: crypto.randomUUID(), email: "a@b.test", theme: "dark" }, headers);
      expect(answer.status(), path).toBe(403);
      expect(answer.headers()["set-cookie"], path).toBeUndefined();
      if (!path.endsWith(".data")) expect(textOf(await answer.text()), path).not.toMatch(/\bat .*\.js/);
    }
    expect((await person.get("/wallet")).status(), "still signed in").toBe(200);
  });
}

test("a post with a cookie and without any origin is refused", async ({ baseURL, visitor }) => {
  const { cookies } = await (await visitor("mo")).session();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await fetch(`${baseURL}/logout`, { method: "POST", redirect: "manual", headers: { cookie, "X-Forwarded-For": "10.9.8.7" } });
  expect(answer.status).toBe(403);
  expect((await (await visitor("mo")).get("/wallet")).status()).toBe(200);
});

test("a form of ours works without scripts and under the policy of production", async ({ open }) => {
  const page = await open("mo");
  await page.goto("/more");
  await page.getByRole("button", { name: "Dark" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("an uploaded or reflected script does not run: what was typed comes back as text", async ({ visitor }) => {
  const person = await visitor("mo");
  const form = formWith(await person.page("/wallet/move"), 'name="amount"');
  const nasty = '"><script>alert(1)</script>';
  const html = await (await person.post("/wallet/move", { ...hiddenOf(form), intent: "check", amount: nasty })).text();
  expect(html).not.toContain("<script>alert(1)");
  expect(fieldOf(html, "amount").value).toBe(nasty);
});
