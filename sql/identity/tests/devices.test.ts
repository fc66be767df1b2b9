/** A browser that a person has not used before is told by mail; the ones they have used are not. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { Browser } from "./browser";
import { ann, askFor, enter, fin, loginWorld, type LoginWorld } from "./login-world";

let world: LoginWorld;

beforeAll(async () => {
  world = await loginWorld();
});
beforeEach(() => world.fresh());
afterAll(() => world.end());

async function signIn(browser: Browser, email: string): Promise<void> {
  await world.fresh();
  await askFor(browser, email);
  await enter(browser, await world.mailedCode(email));
}

const told = async (email: string) => (await world.db.query<{ props: Record<string, string> }>("select props from outbox.mails where template = 'new_device' and to_email = $1 order by created_at", [email])).rows.map(({ props }) => props);

test.each([ann, fin])("%s: the first browser is not told, the second is, once, and the first never again", async (email) => {
  const home = new Browser();
  const cafe = new Browser("203.0.113.77");
  await signIn(home, email);
  expect(await told(email)).toEqual([]);
  await signIn(cafe, email);
  expect(await told(email)).toMatchObject([{ ip: "203.0.113.77", user_agent: "Test browser" }]);
  await signIn(cafe, email);
  await signIn(home, email);
  expect(await told(email)).toHaveLength(1);
});

test("the browser that joined is known, so that the next one is told", async () => {
  const { rows } = await world.db.query<{ known: boolean }>(
    `with s as (select identity.issue_session('${"s".repeat(43)}', 'sign_up', null, 1::smallint, '', '', 'dee@example.test') as id)
     select true as known from s`,
  );
  expect(rows).toHaveLength(1);
  await world.db.query("update identity.sessions set browser_hash = sha256('a browser') where email = 'dee@example.test'");
  await world.db.query("select desk.auth_sign_up($1, $2, 'Dee', 'Test', '+15559990001', null, null, true, core.setting('terms_version'), 'en', 'UTC')", ["s".repeat(43), "m".repeat(43)]);
  const other = new Browser();
  await signIn(other, "dee@example.test");
  expect(await told("dee@example.test")).toHaveLength(1);
});
