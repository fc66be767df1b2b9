/** A stolen session cannot withdraw: the mailed code belongs to one amount, one destination, one session and one browser, and works once. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSealedCode } from "../../../app/auth/code.server";
import { newToken } from "../../../app/auth/cookies.server";
import * as stepUp from "../../../app/auth/step-up.server";
import { memberDestinationAdd, memberWithdraw, memberWithdrawalCheck, type Proof, type WithdrawalDraft } from "../../../app/db/funding.server";
import { memberWallets } from "../../../app/db/ledger.server";
import { bridgeWorld, type BridgeWorld } from "../../tests/support/bridge-world";

let world: BridgeWorld;
let token: string;
let draft: WithdrawalDraft;
let otherDestination: string;

beforeAll(async () => {
  world = await bridgeWorld();
  token = world.bo.token;
  const destinations: string[] = [];
  for (const account of ["11112222", "33334444"]) {
    const { rows } = await world.db.query<{ id: string }>(
      "insert into funding.destinations (member_id, type, label, account_name, account_number, created_at, usable_at) select id, 'BANK', $2, 'Bo', $2, now(), now() from identity.members where email = $1 returning id",
      ["bo@member.test", account],
    );
    destinations.push(rows[0]?.id ?? "");
  }
  const [mine = "", other = ""] = destinations;
  draft = { wallet: "DEPOSIT", currency: "USD", amount: "100.00", destination: mine };
  otherDestination = other;
});

afterAll(() => world.end());

beforeEach(async () => {
  await world.db.query("delete from identity.rate_counters");
});

type Begun = { form: FormData; cookie: string };

/** A code for a draft, as the page asks for it; the form is what the browser would post. */
async function begin(asked: WithdrawalDraft, session = token, cookie = ""): Promise<Begun> {
  const request = new Request("http://localhost:3000/", { method: "POST", headers: cookie ? { cookie } : {} });
  const { context } = await memberWithdrawalCheck(session, asked);
  const begun = await stepUp.begin({ request, ip: "192.0.2.1", token: session, purpose: "withdrawal", context });
  const { rows } = await world.db.query<{ sealed: string }>("select props ->> 'sealed_code' as sealed from outbox.mails where template = 'step_up_code' order by created_at desc, id desc limit 1");
  const form = new FormData();
  form.set("step_up", begun.view.sealed);
  form.set("code", openSealedCode(rows[0]?.sealed ?? ""));
  return { form, cookie: cookie || (begun.headers.get("set-cookie")?.split(";")[0] ?? "") };
}

function proofOf({ form, cookie }: Begun): Proof {
  const proof = stepUp.read(new Request("http://localhost:3000/", { headers: { cookie } }), form);
  if (!proof) throw new Error("no step-up in the form");
  return proof;
}

async function held(): Promise<string[]> {
  return (await memberWallets(token)).holds.map(({ amount }) => amount);
}

test.each([
  ["a larger amount", () => ({ amount: "150.00" })],
  ["one cent more", () => ({ amount: "100.01" })],
  ["another destination", () => ({ destination: otherDestination })],
  ["another wallet", () => ({ wallet: "INTEREST", amount: "1.00" })],
])("a code for one withdrawal does not open %s", async (_, change) => {
  const proof = proofOf(await begin(draft));
  expect(await memberWithdraw(token, { ...draft, ...change() }, proof, randomUUID())).toEqual({ outcome: "wrong", attempts_left: 4 });
  expect(await held()).toEqual([]);
});

test("the same amount written another way is the same amount", async () => {
  const proof = proofOf(await begin({ ...draft, amount: "7.5" }));
  expect(await memberWithdraw(token, { ...draft, amount: "7.50" }, proof, randomUUID())).toMatchObject({ outcome: "requested" });
  expect(await held()).toEqual(["7.50"]);
});

test("a code works once, and the same key gives the same answer", async () => {
  const proof = proofOf(await begin(draft));
  const key = randomUUID();
  const first = await memberWithdraw(token, draft, proof, key);
  expect(first).toMatchObject({ outcome: "requested" });
  expect(await memberWithdraw(token, draft, proof, key)).toEqual(first);
  expect(await memberWithdraw(token, draft, proof, randomUUID())).toMatchObject({ outcome: "used" });
  expect((await held()).filter((amount) => amount === "100.00")).toHaveLength(1);
});

test("fifty posts with the same code and fifty keys place one hold", async () => {
  const amount = "11.00";
  const proof = proofOf(await begin({ ...draft, amount }));
  const answers = await Promise.all(Array.from({ length: 50 }, () => memberWithdraw(token, { ...draft, amount }, proof, randomUUID())));
  expect(answers.filter(({ outcome }) => outcome === "requested")).toHaveLength(1);
  expect((await held()).filter((sum) => sum === amount)).toHaveLength(1);
});

test("another session of the same person cannot use the code", async () => {
  const other = newToken();
  await world.db.query("select identity.issue_session($1, 'member', id, 1::smallint, '', '') from identity.members where email = 'bo@member.test'", [other]);
  const proof = proofOf(await begin(draft));
  expect(await memberWithdraw(other, draft, proof, randomUUID())).toEqual({ outcome: "wrong", attempts_left: 4 });
});

test("a stolen cookie without its browser cannot use the code", async () => {
  const begun = await begin(draft);
  expect(await memberWithdraw(token, draft, proofOf({ ...begun, cookie: "" }), randomUUID())).toEqual({ outcome: "wrong", attempts_left: 4 });
});

test("of sixty guesses at once five are looked at", async () => {
  const begun = await begin({ ...draft, amount: "13.00" });
  const code = String(begun.form.get("code"));
  begun.form.set("code", code === "000000" ? "000001" : "000000");
  const wrong = proofOf(begun);
  const answers = await Promise.all(Array.from({ length: 60 }, () => memberWithdraw(token, { ...draft, amount: "13.00" }, wrong, randomUUID())));
  expect(answers.filter(({ outcome }) => outcome === "wrong").length).toBeLessThanOrEqual(4);
  begun.form.set("code", code);
  expect(await memberWithdraw(token, { ...draft, amount: "13.00" }, proofOf(begun), randomUUID())).toMatchObject({ outcome: "locked" });
});

test("the form's sealed part cannot be edited or borrowed from a cookie", async () => {
  const begun = await begin(draft);
  const sealed = String(begun.form.get("step_up"));
  const [, browserCookie = ""] = begun.cookie.split("=");
  for (const forged of ["", "x", `${sealed.slice(0, -6)}AAAAAA`, browserCookie]) {
    begun.form.set("step_up", forged);
    expect(stepUp.read(new Request("http://localhost:3000/"), begun.form)).toBeNull();
    expect(stepUp.viewOf(begun.form)).toBeNull();
  }
});

test("a withdrawal's code adds no destination", async () => {
  const proof = proofOf(await begin(draft));
  const destination = { type: "BANK", label: "Thief", address: null, account_name: "Thief", account_number: "66666666", ifsc: null };
  expect(await memberDestinationAdd(token, destination, proof, randomUUID())).toEqual({ outcome: "wrong", attempts_left: 4 });
});
