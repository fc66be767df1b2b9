/** What a company can be set up with: every fault is named with its path, all of them at once. */
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";

import { expect, test } from "vitest";

import { askSetup, Ended } from "./setup/questions";
import { readSetup } from "./setup/shape";

const good = {
  company: { name: "Harbour", support_email: "Help@harbour.example", grievance_officer: "Ida Berg", grievance_email: "ida@harbour.example", timezone: "Europe/Madrid", currency: "EUR" },
  staff: [{ email: "ada@harbour.example", name: "Ada", role: "admin" }, { email: "fin@harbour.example", name: "Fin", role: "finance" }, { email: "gil@harbour.example", name: "Gil", role: "finance" }],
  methods: [{ type: "BANK", name: "Transfer", currency: "EUR", minimum: "10.00", account_name: "Harbour", account_number: "ES12", bank_name: "Bank" }, { type: "BTC", name: "Bitcoin", currency: "BTC", address: "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh" }],
  settings: { two_person_above: "2500" },
};
const changed = (path: (string | number)[], value: unknown): unknown => {
  const copy = structuredClone(good) as unknown;
  const last = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
};
const pathsOf = (given: unknown): string[] => {
  const read = readSetup(given);
  return "faults" in read ? read.faults.map(({ path }) => path) : [];
};

test("a whole file is read, addresses of people in small letters", () => {
  expect(readSetup(good)).toMatchObject({ setup: { company: { support_email: "help@harbour.example" }, methods: [{ minimum: "10.00" }, { type: "BTC" }] } });
});

const faults: [string, (string | number)[], unknown, string][] = [
  ["no name", ["company", "name"], undefined, "company.name"], ["an empty name", ["company", "name"], "  ", "company.name"], ["a long name", ["company", "name"], "x".repeat(81), "company.name"],
  ["no email", ["company", "support_email"], "help", "company.support_email"], ["no officer", ["company", "grievance_officer"], "", "company.grievance_officer"], ["no email for grievances", ["company", "grievance_email"], undefined, "company.grievance_email"],
  ["no zone", ["company", "timezone"], "Mars/Olympus", "company.timezone"], ["no currency", ["company", "currency"], "euro", "company.currency"], ["a field more", ["company", "motto"], "x", "company.motto"],
  ["nobody", ["staff"], [], "staff"], ["no list", ["staff"], "Ada", "staff"], ["no administrator", ["staff", 0, "role"], "finance", "staff"], ["one who approves", ["staff", 1, "role"], "support", "staff"],
  ["an unknown role", ["staff", 0, "role"], "boss", "staff.0.role"], ["no address", ["staff", 2, "email"], "gil", "staff.2.email"], ["one twice", ["staff", 2, "email"], "FIN@harbour.example", "staff.2.email"], ["nameless", ["staff", 1, "name"], "", "staff.1.name"],
  ["an unknown method", ["methods", 0, "type"], "CASH", "methods.0.type"], ["no bank", ["methods", 0, "bank_name"], undefined, "methods.0.bank_name"], ["a short address", ["methods", 1, "address"], "bc1", "methods.1.address"],
  ["no figure", ["methods", 0, "minimum"], "ten", "methods.0.minimum"], ["a number", ["settings", "two_person_above"], 2500, "settings.two_person_above"], ["said twice", ["settings", "currency"], "USD", "settings.currency"],
  ["a part more", ["colour"], "blue", "colour"],
];
test.each(faults)("%s is named with its path", (_, path, value, expected) => {
  expect(pathsOf(changed(path, value))).toContain(expected);
});

test("all faults are named at once, and no file at all too", () => {
  expect(pathsOf({ ...good, company: { ...good.company, name: "", timezone: "x" }, staff: [{ email: "a", name: "", role: "admin" }] })).toEqual(expect.arrayContaining(["company.name", "company.timezone", "staff.0.email", "staff.0.name"]));
  for (const nothing of [null, [], "x", 5]) expect(pathsOf(nothing)).toEqual(["file"]);
});

const answers = ["Harbour", "help", "help@harbour.example", "Ida Berg", "", "Europe/Madrid", "EUR", "ada@harbour.example", "Ada", "fin@harbour.example", "Fin", "gil@harbour.example", "Gil", "maybe", "no", "", "0", "yes", "yes", "", "Harbour", "ES12", "Bank", "yes"];

async function asked(lines: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const said = text(output);
  input.end(`${lines.join("\n")}\n`);
  const setup = await askSetup(input, output).finally(() => output.end());
  return { setup, said: await said };
}

test("questions ask again for what cannot be, offer what is usual, and end with a file's setup", async () => {
  const { setup, said } = await asked(answers);
  expect(setup).toMatchObject({ company: { name: "Harbour", grievance_email: "help@harbour.example", currency: "EUR" }, settings: { two_person_above: "5000", sign_on_bonus: "0", require_kyc: "true" }, methods: [{ name: "Bank transfer", bank_name: "Bank" }] });
  expect(setup?.staff.map(({ role }) => role)).toEqual(["admin", "finance", "finance"]);
  expect(said).toContain("is no email address");
  expect((await asked([...answers.slice(0, -1), "no"])).setup).toBeNull();
});

test("answers that end too early change nothing", async () => {
  await expect(asked(answers.slice(0, 5))).rejects.toThrow(Ended);
});
