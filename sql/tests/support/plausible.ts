/** Arguments for calls made from the catalogue alone: of the right type and form, and nobody's. */
import { randomUUID } from "node:crypto";

import type { DeskFunction } from "./catalogue";

const texts: Record<string, string> = {
  account_name: "Nobody", account_number: "ABC1234567", amount: "1.00", browser: "a-browser-of-nobody", code: "NOBODY22", context: "withdrawal|DEPOSIT|USD|1.00|", currency: "USD",
  daily_rate: "0.10", decision: "approve", email: "nobody@example.test", first_name: "No", for: "deposit", id: "1-1", ip: "192.0.2.9", kind: "deposit", label: "Label", language: "en", last_name: "Body",
  mac: "a".repeat(64), maximum: "100.00", mime: "application/pdf", minimum: "1.00", mobile: "+15550009999", name: "Name", note: "Note", outcome: "sent", payload_hash: "00", price: "900.00", purpose: "withdrawal", reason: "Reason",
  referral_rate: "3.00", risk_text: "", sha256: "b".repeat(64), state: "pending", terms_version: "2026-11", timezone: "UTC", transaction_reference: "TX-NOBODY", treasury: "returns", type: "BANK", unit: "DAYS",
  wallet: "DEPOSIT", worker: "nobody",
};
const optional = new Set(["address", "cursor", "ifsc", "received", "reference", "referral", "search", "username", "new_token", "version", "file", "effective_from", "from", "to", "payload_hash", "kind"]);

export function plausible({ args }: DeskFunction, given: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(args.map(({ name, type }) => {
    if (name in given) return [name, given[name]];
    if (type === "uuid") return [name, randomUUID()];
    if (optional.has(name)) return [name, name === "new_token" ? `${randomUUID()}${randomUUID()}`.replaceAll("-", "").slice(0, 43) : null];
    if (type === "text") return [name, texts[name] ?? "text"];
    if (type === "integer") return [name, 10];
    if (type === "bigint") return [name, "1"];
    if (type === "boolean") return [name, true];
    if (type === "date") return [name, "2027-01-01"];
    if (type === "jsonb") return [name, { account_name: "A", account_number: "1234567", bank_name: "B" }];
    if (type === "bigint[]") return [name, ["1"]];
    if (type === "interval") return [name, "1 hour"];
    if (type === "timestamp with time zone") return [name, "2027-01-01T00:00:00Z"];
    throw new Error(`no example of ${name} ${type}`);
  }));
}
