/** What a company is set up with: one JSON file, or the answers to questions. Amounts and percentages are decimal texts, as on the pages. */
import { z } from "zod";

const line = (most: number) => z.string({ error: "is missing" }).trim().min(1, "is empty").max(most, `is longer than ${most} characters`);
const email = z.email({ error: "is no email address" }).max(254).transform((text) => text.toLowerCase());
const decimal = z.string({ error: "must be a text such as \"5000.00\"" }).regex(/^\d{1,12}(\.\d{1,8})?$/, "must be digits with a point before the decimals");
const currency = z.string({ error: "is missing" }).regex(/^[A-Z]{3,5}$/, "must be a code such as USD");
const timezone = z.string({ error: "is missing" }).refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "must be a time zone such as Europe/Madrid");
const optional = (most: number) => line(most).optional();

export const roles = ["admin", "operations", "finance", "support", "auditor"] as const;
const person = z.strictObject({ email, name: line(80), role: z.enum(roles, { error: `must be one of ${roles.join(", ")}` }) });

const methodBase = { name: line(80), currency, minimum: decimal.optional(), instructions: optional(2000) };
const bank = z.strictObject({
  type: z.literal("BANK"),
  ...methodBase,
  account_name: line(120),
  account_number: line(40),
  bank_name: line(120),
  ifsc: z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/, "must be an IFSC such as ABCD0123456").optional(),
  upi_id: z.string().regex(/^[\w.-]{2,64}@[A-Za-z][A-Za-z0-9]{1,31}$/, "must be a UPI ID such as name@bank").optional(),
});
const chains = ["BTC", "ETH", "USDT_TRC20", "USDT_ERC20", "DOGE", "LTC"] as const;
const chain = z.strictObject({ type: z.enum(chains), ...methodBase, address: line(128).min(20, "is too short for an address") });

/** Settings that the file has words of its own for: they are not to stand under `settings` as well. */
const named = ["company", "support_email", "timezone", "currency", "grievance_officer", "grievance_email"];

export const setupShape = z
  .strictObject({
    company: z.strictObject({ name: line(80), support_email: email, grievance_officer: line(120), grievance_email: email, timezone, currency }),
    staff: z.array(person, { error: "must be a list of people" }).max(100),
    methods: z.array(z.discriminatedUnion("type", [bank, chain], { error: `type must be BANK or one of ${chains.join(", ")}` })).max(50).default([]),
    settings: z.record(z.string(), z.string({ error: "must be a text" })).default({}),
  })
  .superRefine(({ staff, methods, settings }, { addIssue }) => {
    const at = (path: (string | number)[], message: string) => addIssue({ code: "custom", path, message });
    staff.forEach((one, n) => { if (staff.findIndex((other) => other.email === one.email) < n) at(["staff", n, "email"], "stands there twice"); });
    if (staff.filter(({ role }) => role === "finance").length < 2) at(["staff"], "needs two people of finance: they approve, and nobody approves what is their own");
    if (!staff.some(({ role }) => role === "admin")) at(["staff"], "needs an administrator");
    methods.forEach((one, n) => { if (methods.findIndex((other) => other.currency === one.currency && other.name.toLowerCase() === one.name.toLowerCase()) < n) at(["methods", n, "name"], "stands there twice in this currency"); });
    for (const key of named) if (key in settings) at(["settings", key], "is said under company");
  });
export type Setup = z.output<typeof setupShape>;

/** One thing that is wrong, and where: `staff.1.email`. */
export type Fault = { path: string; message: string };

/** A setup as it was given. */
export function readSetup(given: unknown): { setup: Setup } | { faults: Fault[] } {
  const parsed = setupShape.safeParse(given);
  if (parsed.success) return { setup: parsed.data };
  const told = (issue: z.core.$ZodIssue): Fault[] =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not known" })) : [{ path: issue.path.join(".") || "file", message: issue.message }];
  return { faults: parsed.error.issues.flatMap(told) };
}
