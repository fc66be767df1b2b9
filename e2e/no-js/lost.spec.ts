/** Where nothing is: unknown addresses, other people's things, sessions that have ended. Each has its page; none a stack, none a 5xx. */
import { baseURL } from "../support/address";
import { mainOf, textOf } from "../support/forms";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

const nobodys = "01990000-0000-7000-8000-000000000000";
const idsOn = async (visitor: Visitor, list: string, base = list): Promise<string> => {
  const id = new RegExp(`href="${base}/([0-9a-f-]{36}|\\d+-\\d+)"`).exec(await visitor.page(list))?.[1];
  if (!id) throw new Error(`nothing on ${list}`);
  return id;
};

async function expectOwnPage(visitor: Visitor, path: string, status: number): Promise<string> {
  const answer = await visitor.get(path);
  expect(answer.status(), path).toBe(status);
  const html = await answer.text();
  expect(html, path).not.toMatch(/\bat [^<]*\.(?:js|ts):\d+/);
  expect((html.match(/<h1\b/g) ?? []).length, path).toBe(1);
  return textOf(mainOf(html));
}

test("unknown addresses have a page that says so", async ({ visitor }) => {
  const guest = await visitor();
  for (const path of ["/no-such-page", "/wallet.php", "/.env", "/deposit", "/%F0%9F%92%B0", "/a/b/c/d?x=%00", "/%5C", "/%5C%5C", "/%5C%2F", "/%5C%27%3B", "/deposits/%5c", `${baseURL}//`, `${baseURL}//:x`, `${baseURL}//other.example/login`]) expect(await expectOwnPage(guest, path, 404), path).not.toBe("");
  const broken = await guest.get("/%E0%A4%A");
  expect(broken.status()).toBeLessThan(500);
  const member = await visitor("ann");
  for (const path of ["/deposits/nonsense", `/deposits/${nobodys}`, `/investments/${nobodys}`, `/withdrawals/${nobodys}`, `/destinations/${nobodys}`, "/wallet/movements/1-999999", "/wallet/movements/x", `/invest/${nobodys}`, `/deposits/new/${nobodys}`]) {
    await expectOwnPage(member, path, 404);
  }
});

test("what belongs to another member does not exist for me", async ({ visitor }) => {
  const [ann, bo] = [await visitor("ann"), await visitor("bo")];
  const things: [string, string][] = [];
  for (const list of ["/deposits", "/investments", "/withdrawals", "/destinations", "/wallet/movements"]) things.push([list, await idsOn(ann, list)]);
  for (const [list, id] of things) {
    expect((await ann.get(`${list}/${id}`)).status(), "the owner sees it").toBe(200);
    const words = await expectOwnPage(bo, `${list}/${id}`, 404);
    expect(words).toBe(await expectOwnPage(bo, `${list}/${list === "/wallet/movements" ? "1-999999" : nobodys}`, 404));
  }
  const deposit = things[0]?.[1] ?? "";
  const key = crypto.randomUUID();
  expect([403, 404, 422]).toContain((await bo.post(`/deposits/${deposit}`, { intent: "cancel", key })).status());
  const file = /\/resources\/files\/([0-9a-f-]{36})/.exec(await ann.page(`/deposits/${deposit}`))?.[1];
  if (file) expect((await bo.get(`/resources/files/${file}`)).status()).toBe(404);
});

test("staff pages are closed to members, and member pages to staff", async ({ visitor }) => {
  const [ann, finance] = [await visitor("ann"), await visitor("finance")];
  for (const path of ["/admin", "/admin/requests", "/admin/members", "/admin/books", "/admin/treasury/fund"]) {
    const answer = await ann.get(path);
    expect([302, 403, 404], path).toContain(answer.status());
  }
  for (const path of ["/home", "/wallet", "/deposits", "/withdrawals/new"]) expect([302, 403, 404], path).toContain((await finance.get(path)).status());
  expect([403, 404]).toContain((await finance.get("/admin/treasury/fund")).status());
});

test("nobody signed in is led to the login and back", async ({ visitor }) => {
  const guest = await visitor();
  for (const path of ["/home", "/wallet/movements?kind=accrual", "/admin/requests"]) {
    const answer = await guest.get(path);
    expect(answer.status(), path).toBe(302);
    expect(answer.headers().location).toBe(`/login?next=${encodeURIComponent(path).replaceAll("%20", "+")}`);
  }
});

test("a session that has ended says so, forgets its cookie, and opens nothing", async ({ visitor }) => {
  const person = await visitor();
  await person.join("Enda");
  const stolen = await visitor(await person.session());
  expect((await stolen.get("/home")).status()).toBe(200);
  expect((await person.post("/logout", {})).status()).toBe(302);
  const answer = await stolen.get("/wallet");
  expect(answer.status()).toBe(302);
  expect(answer.headers().location).toContain("why=signed_out");
  expect(answer.headers()["set-cookie"]).toMatch(/coffer=;.*Max-Age=0/);
  const made = await visitor({ cookies: [{ name: "coffer", value: "A".repeat(43), domain: "localhost", path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" }], origins: [] });
  expect((await made.get("/wallet")).headers().location).toContain("/login");
  expect((await made.post("/wallet/move", { intent: "confirm", amount: "1", currency: "USD", key: crypto.randomUUID() })).status()).toBe(302);
});
