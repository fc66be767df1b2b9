import type { Compensation } from "~/db/network.server";
import { placements } from "../network/placements";
import { countOns, overCaps } from "./choices";

type Typed = Partial<Record<string, string>>;

const oneOf = <Value extends string>(allowed: readonly Value[], typed: string | undefined, otherwise: Value): Value => allowed.find((value) => value === typed) ?? otherwise;
const whole = (typed = "") => Number.parseInt(typed, 10);

/** What was typed, as figures of a version that begins from another one's. It was checked before it is shown. */
export function typedFigures(values: Typed, plan: Compensation): Compensation {
  return {
    ...plan,
    from: values.from_on ?? plan.from,
    pair_value: values.pair_value ?? "",
    first_full_pairs: whole(values.first_full_pairs),
    emi_percent: values.emi_percent ?? "",
    monthly_pair_cap: whole(values.monthly_pair_cap),
    over_cap: oneOf(overCaps, values.over_cap, plan.over_cap),
    reserve_percent: values.reserve_percent ?? "",
    count_on: oneOf(countOns, values.count_on, plan.count_on),
    qualify_amount: values.qualify_amount ?? "",
    cooling_off_days: whole(values.cooling_off_days),
    placement: oneOf(placements, values.placement, plan.placement),
    active_buyer_amount: values.active_buyer_amount ?? "",
  };
}
