/** What a story may set about the operator. Each key with its default in stories; an unknown key is refused. */
import { z } from "zod";

import { placements } from "./placements.ts";

export const decimalText = z.string().regex(/^\d+(\.\d+)?$/, "a decimal string such as \"10.00\"");
export const currencyCode = z.string().regex(/^[A-Z]{3,5}$/, "a currency code such as \"USD\"");
export const timezoneName = z.string().min(1);
const count = z.int().min(0);

/** Figures of bookings and of the first compensation plan. */
const networkSettings = {
  network_currency: currencyCode.default("INR"),
  network_timezone: timezoneName.default("Asia/Kolkata"),
  pair_value: decimalText.default("1000.00"),
  first_full_pairs: count.default(5),
  emi_percent: decimalText.default("20.00"),
  monthly_pair_cap: count.default(10),
  over_cap: z.enum(["defer", "flush"]).default("defer"),
  reserve_percent: decimalText.default("0.00"),
  count_on: z.enum(["qualified_sale", "placement"]).default("qualified_sale"),
  qualify_amount: decimalText.default("5000.00"),
  cooling_off_days: count.default(0),
  ev_referral_percent: decimalText.default("3.00"),
  placement: z.enum(placements).default("level_order"),
};

const taxSettings = {
  tax_regime: z.enum(["SEED", "IN", "NONE"]).default("SEED"),
  tax_cap_scope: z.enum(["per_payout", "per_tax_year"]).default("per_payout"),
};

export const settingsSchema = z.strictObject({
  currency: currencyCode.default("USD"),
  /** of plans and members, and of the operator, whose days the value dates outside a plan are */
  timezone: timezoneName.default("UTC"),
  sign_on_bonus: decimalText.default("10.00"),
  investment_referral_percent: decimalText.default("3.00"),
  require_kyc: z.boolean().default(false),
  rail_percent: decimalText.default("0"),
  approvals: z.enum(["auto", "manual"]).default("auto"),
  /** absent: one person is always enough */
  two_person_above: decimalText.optional(),
  treasury: z.enum(["unlimited", "explicit"]).default("unlimited"),
  ...networkSettings,
  ...taxSettings,
});
export type Settings = z.output<typeof settingsSchema>;

/** The operator settings a story database starts with. */
export function operatorSettings(settings: Settings): Record<string, string> {
  return {
    currency: settings.currency,
    timezone: settings.timezone,
    sign_on_bonus: settings.sign_on_bonus,
    investment_referral_percent: settings.investment_referral_percent,
    require_kyc: String(settings.require_kyc),
    rail_percent: settings.rail_percent,
    two_person_above: settings.two_person_above ?? "0",
    tax_regime: settings.tax_regime,
    tax_cap_scope: settings.tax_cap_scope,
    ...Object.fromEntries(Object.keys(networkSettings).map((key) => [key, String(settings[key as keyof typeof networkSettings])])),
    bonus_held_until_kyc: "false",
    // A destination is usable at once, and people log in as often as the story needs: real minutes do not pass in it.
    destination_cooling_hours: "0",
    otp_per_minute: "1000000",
    posts_per_minute: "1000000",
  };
}
