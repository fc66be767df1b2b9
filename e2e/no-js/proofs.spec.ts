/** Seals and proofs as people without scripts get them, and as a program keeps them. */
import { verifyProof } from "../../public/verify-proof.mjs";
import { mainOf, textOf } from "../support/forms";
import { expect, test } from "../support/test";

const line = /^(\d+) \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z \d+ ([0-9a-f]{64})$/;

test("the roots stand on the page and as plain text, and both say the same", async ({ visitor }) => {
  const guest = await visitor();
  const answer = await guest.get("/seals.txt");
  expect(answer.headers()["content-type"]).toContain("text/plain");
  const kept = (await answer.text()).trimEnd().split("\n").map((text) => line.exec(text));
  expect(kept).not.toContain(null);
  const page = textOf(mainOf(await guest.page(`/seals?before=${BigInt(kept[0]?.[1] ?? "0") + 1n}`)));
  expect(page).toContain("Books closed until");
  for (const found of kept) expect(page).toContain(found?.[2]);
  expect(await guest.page("/coverage")).toContain('href="/seals"');
  expect(mainOf(await guest.page("/seals?before=x"))).toContain("Seal 1");
  expect(textOf(mainOf(await guest.page("/seals?before=1")))).not.toMatch(/[0-9a-f]{64}/);
});

test("a member downloads the proof of an own movement; it holds against the published root and is nobody else's", async ({ visitor }) => {
  const [ann, bo, guest] = [await visitor("ann"), await visitor("bo"), await visitor()];
  // The oldest on the page: one of a moment ago is not sealed yet.
  const movement = [...(await ann.page("/wallet/movements?kind=accrual")).matchAll(/href="\/wallet\/movements\/(\d+-\d+)"/g)].at(-1)?.[1] ?? "";
  const address = `/resources/proof/${movement}`;
  expect(await ann.page(`/wallet/movements/${movement}`)).toContain(`href="${address}"`);
  const answer = await ann.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "content-disposition": `attachment; filename="coffer-proof-${movement}.json"` });
  expect(answer.headers()["content-type"]).toContain("application/json");
  const text = await answer.text();
  const { number } = (JSON.parse(text) as { seal: { number: string } }).seal;
  const [published = ""] = (await (await guest.get(`/seals.txt?before=${BigInt(number) + 1n}`)).text()).split("\n");
  const { ok, steps } = await verifyProof(text, published);
  expect(ok).toBe(true);
  expect(steps.at(-1)).toEqual({ place: "published", ok: true });
  expect((await bo.get(address)).status()).toBe(404);
  for (const id of ["1-999999", "x", "999999999999999999-1"]) expect((await ann.get(`/resources/proof/${id}`)).status(), id).toBe(404);
  expect((await guest.get(address)).headers().location).toContain("/login");
});

test("without scripts the page says how the same file verifies offline, and that file is there to be saved", async ({ visitor }) => {
  const guest = await visitor();
  const html = mainOf(await guest.page("/verify"));
  expect(textOf(html)).toContain("node verify-proof.mjs proof.json");
  expect(html).not.toContain('type="file"');
  const program = await guest.get("/verify-proof.mjs");
  expect(program.headers()["content-type"]).toMatch(/^(text|application)\/javascript/);
  expect(await program.text()).toContain("export async function verifyProof");
  expect(await (await guest.get("/seals.md")).text()).toContain("coffer-proof-1");
});
