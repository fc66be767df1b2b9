/** An empty file of each kind with one line to go by; docs/import.md says what each column means, the database checks it (office.import_columns). */
import type { ImportKind } from "~/db/import.server";

export const importTemplates: Record<ImportKind, { header: string[]; rows: string[][] }> = {
  members: {
    header: ["reference", "email", "first_name", "last_name", "mobile", "username", "language", "timezone", "joined_on", "referrer"],
    rows: [["M-1", "ada@example.com", "Ada", "Example", "", "", "en", "UTC", "2024-05-01", ""], ["M-2", "bo@example.com", "Bo", "Example", "", "", "en", "UTC", "2024-06-15", "M-1"]],
  },
  balances: { header: ["member", "wallet", "amount", "currency"], rows: [["M-1", "DEPOSIT", "1000.50", "USD"], ["M-1", "INTEREST", "20.00", "USD"]] },
  investments: { header: ["reference", "member", "plan", "version", "amount", "start_on", "accrued", "currency"], rows: [["C-1", "M-1", "Starter", "1", "500.00", "2026-06-01", "12.50", "USD"]] },
  tree: { header: ["member", "parent", "side", "sponsor", "pairs"], rows: [["M-1", "", "L", "", "0"], ["M-2", "M-1", "L", "M-1", "0"]] },
  bookings: { header: ["reference", "member", "vehicle", "price", "paid", "parts", "part_day", "booked_on", "currency"], rows: [["V-1", "M-1", "City Scooter", "90000.00", "15000.00", "12", "5", "2026-03-10", "INR"]] },
};
