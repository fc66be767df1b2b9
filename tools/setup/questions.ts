/** Asks for what a company is set up with, one thing at a time; an answer that cannot be is asked for again. */
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";

import { readSetup, setupShape, type Setup } from "./shape.ts";

const { company, staff } = setupShape.shape;
const fields = company.shape;
const person = staff.element.shape;

type Check = { safeParse: (value: unknown) => { success: true; data: unknown } | { success: false; error: { issues: { message: string }[] } } };

/** Input that ended before the last answer. */
export class Ended extends Error {}

/** Rejects with `Ended` when the input ends; answers null when the person does not confirm. */
export async function askSetup(input: Readable, output: Writable): Promise<Setup | null> {
  const lines = createInterface({ input, output });
  const say = (text: string) => void output.write(`${text}\n`);
  // Lines that come faster than they are asked for wait here: readline drops them.
  const waiting: string[] = [];
  let wanted: ((line: string | null) => void) | null = null;
  let closed = false;
  lines.on("line", (line) => {
    const asked = wanted;
    wanted = null;
    if (asked) asked(line);
    else waiting.push(line);
  });
  lines.on("close", () => {
    closed = true;
    wanted?.(null);
  });
  const next = async (question: string): Promise<string> => {
    output.write(question);
    const line = waiting.shift() ?? (closed ? null : await new Promise<string | null>((resolve) => { wanted = resolve; }));
    if (line === null) throw new Ended("the answers ended before the questions did; nothing was written");
    return line.trim();
  };
  const ask = async (question: string, check: Check, usual = ""): Promise<string> => {
    for (;;) {
      const typed = (await next(`${question}${usual ? ` [${usual}]` : ""}: `)) || usual;
      const result = check.safeParse(typed);
      if (result.success) return typed;
      say(`  ${result.error.issues[0]?.message ?? "cannot be"}`);
    }
  };
  const yes = async (question: string): Promise<boolean> => {
    for (;;) {
      const typed = (await next(`${question} (yes or no): `)).toLowerCase();
      if (["y", "yes"].includes(typed)) return true;
      if (["n", "no"].includes(typed)) return false;
    }
  };
  const askPerson = async (role: string) => ({ email: await ask(`Email of ${role}`, person.email), name: await ask("  Name", person.name) });

  try {
    say("The company, as members read it");
    const name = await ask("Name", fields.name);
    const supportEmail = await ask("Email for help", fields.support_email);
    const officer = await ask("Who answers for grievances", fields.grievance_officer);
    const grievances = await ask("Email for grievances", fields.grievance_email, supportEmail);
    const timezone = await ask("Time zone", fields.timezone, Intl.DateTimeFormat().resolvedOptions().timeZone);
    const currency = await ask("Currency of members", fields.currency, "USD");
    say("\nThe people who begin. Whoever asks for something never approves it, so there are three at least; more are added on the page.");
    const people = [{ ...(await askPerson("the administrator")), role: "admin" }, { ...(await askPerson("finance, first person")), role: "finance" }, { ...(await askPerson("finance, second person")), role: "finance" }];
    if (await yes("Somebody for operations, who prepares plans and methods")) people.push({ ...(await askPerson("operations")), role: "operations" });
    say("\nRules about money; all of them can be changed later, by two people");
    const figure = setupShape.shape.settings.unwrap().valueType.regex(/^\d{1,12}(\.\d{1,8})?$/, "must be digits with a point before the decimals");
    const settings = {
      two_person_above: await ask("Requests of at least this amount need two people, 0 for never", figure, "5000"),
      sign_on_bonus: await ask("Paid to new members, 0 for nothing", figure, "0"),
      require_kyc: (await yes("Must members prove who they are before they invest or withdraw")) ? "true" : "false",
    };
    const methods: Record<string, string>[] = [];
    const bank = { account_name: "Name of the account", account_number: "Number of the account", bank_name: "Bank" };
    if (await yes("\nA bank account for deposits now")) {
      const text = person.name;
      const answers: Record<string, string> = { type: "BANK", name: await ask("How members read it", text, "Bank transfer"), currency };
      for (const [key, question] of Object.entries(bank)) answers[key] = await ask(question, text);
      methods.push(answers);
    }
    const read = readSetup({ company: { name, support_email: supportEmail, grievance_officer: officer, grievance_email: grievances, timezone, currency }, staff: people, settings, methods });
    if ("faults" in read) throw new Error(read.faults.map(({ path, message }) => `${path} ${message}`).join("; "));
    say(`\n${name}, ${timezone}, ${currency}\n${read.setup.staff.map((one) => `  ${one.role}: ${one.name} <${one.email}>`).join("\n")}`);
    return (await yes("Set it up")) ? read.setup : null;
  } finally {
    lines.close();
  }
}
