/** Drafts of the compensation plan, what they would have done, and what people in the network earn. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { income, rateWhatIf, whatIfDetail, type Income, type RateWhatIf, type WhatIfDetail } from "./network-shapes.server";
import { id, state } from "./shapes.server";

export type { CompensationPlan, Income, RateWhatIf, WhatIf, WhatIfDetail } from "./network-shapes.server";

/** Amounts in the network's currency and rates in percent, all of them decimal strings. */
export type CompensationFigures = {
  fromOn: string;
  pairValue: string;
  firstFullPairs: number;
  emiPercent: string;
  monthlyPairCap: number;
  overCap: string;
  reservePercent: string;
  countOn: string;
  qualifyAmount: string;
  coolingOffDays: number;
  placement: string;
  activeBuyerAmount: string;
  key: string;
};

const draftedSchema = z.object({ version: id, request: id, what_if: id });

/** A draft: its what-if begins, and its approval waits in the queue. Throws `invalid_input`, `invalid_amount` at the field. */
export function staffCompensationDraft(token: string, draft: CompensationFigures): Promise<z.output<typeof draftedSchema>> {
  return ask(
    draftedSchema,
    sql`select desk.staff_compensation_draft(p_token => ${token}::text, p_from_on => ${draft.fromOn}::date, p_pair_value => ${draft.pairValue}::text,
      p_first_full_pairs => ${draft.firstFullPairs}::integer, p_emi_percent => ${draft.emiPercent}::text, p_monthly_pair_cap => ${draft.monthlyPairCap}::integer,
      p_over_cap => ${draft.overCap}::text, p_reserve_percent => ${draft.reservePercent}::text, p_count_on => ${draft.countOn}::text,
      p_qualify_amount => ${draft.qualifyAmount}::text, p_cooling_off_days => ${draft.coolingOffDays}::integer, p_placement => ${draft.placement}::text,
      p_active_buyer_amount => ${draft.activeBuyerAmount}::text, p_key => ${draft.key}::uuid) as answer`,
  );
}

/** The newest run under a version, its months, and members: who loses most first, or who gains most. `after`: the place of the last one shown. */
export function staffWhatIf(token: string, version: string, side: "lose" | "gain", after: number | null): Promise<WhatIfDetail> {
  return read(whatIfDetail, sql`select desk.staff_what_if(p_token => ${token}::text, p_version => ${version}::uuid, p_side => ${side}::text, p_after => ${after}::integer) as answer`);
}

/** The same of an investment plan's contracts under the rate of one of its versions. */
export function staffRateWhatIf(token: string, version: string, side: "lose" | "gain", after: number | null): Promise<RateWhatIf> {
  return read(rateWhatIf, sql`select desk.staff_rate_what_if(p_token => ${token}::text, p_version => ${version}::uuid, p_side => ${side}::text, p_after => ${after}::integer) as answer`);
}

/** Asks for another run; while one is under way nothing new begins. Throws `already_decided` when the version is no draft any more. */
export function staffWhatIfAsk(token: string, version: string, key: string): Promise<{ what_if: string }> {
  return ask(z.object({ what_if: id }), sql`select desk.staff_what_if_ask(p_token => ${token}::text, p_version => ${version}::uuid, p_key => ${key}::uuid) as answer`);
}

/** Says that the caller has read a finished run: without it nobody approves its draft. Throws `what_if_unread` while it is not finished. */
export function staffWhatIfRead(token: string, whatIf: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_what_if_read(p_token => ${token}::text, p_what_if => ${whatIf}::uuid, p_key => ${key}::uuid) as answer`);
}

export function publicIncome(): Promise<Income> {
  return read(income, sql`select desk.public_income() as answer`);
}
