/** Settings that belong together, in the order in which a person looks for them. What is in no group stands under the last. */
export const groups = [
  { name: "company", keys: ["company", "support_email", "currency", "timezone", "financial_year_month", "terms_version", "retention_days", "export_rows_at_once"] },
  { name: "approvals", keys: ["two_person_above", "rail_percent", "require_kyc", "bonus_held_until_kyc", "staff_authenticator"] },
  { name: "withdrawals", keys: ["withdrawal_fee", "withdrawal_minimum", "withdrawal_most", "withdrawal_most_per_day", "withdrawal_most_first", "outflow_most_per_day", "destination_cooling_hours", "security_cooling_hours"] },
  { name: "rewards", keys: ["sign_on_bonus", "investment_referral_percent", "ev_referral_percent"] },
  { name: "vehicles", keys: ["booking_pay_to", "booking_first_minimum", "booking_minimum", "booking_active_amount", "bank_file_columns"] },
  { name: "network", keys: ["network_currency", "network_timezone", "pair_value", "first_full_pairs", "emi_percent", "monthly_pair_cap", "over_cap", "reserve_percent", "count_on", "qualify_amount", "cooling_off_days", "active_buyer_amount", "placement", "disclosure_smallest_group"] },
  { name: "tax", keys: ["tax_regime", "tax_cap_scope"] },
  { name: "grievances", keys: ["grievance_officer", "grievance_email", "grievance_acknowledge_hours", "grievance_resolve_months", "working_days"] },
] as const;

export type GroupName = (typeof groups)[number]["name"] | "other";

type Keyed = { key: string };

/** The settings by group; nothing is left out. */
export function grouped<Row extends Keyed>(rows: readonly Row[]): { name: GroupName; rows: Row[] }[] {
  const known = new Set<string>(groups.flatMap(({ keys }) => [...keys]));
  const ofGroup = groups.map(({ name, keys }) => ({ name: name as GroupName, rows: (keys as readonly string[]).flatMap((key) => rows.filter((row) => row.key === key)) }));
  return [...ofGroup, { name: "other" as const, rows: rows.filter(({ key }) => !known.has(key)) }].filter((group) => group.rows.length > 0);
}
